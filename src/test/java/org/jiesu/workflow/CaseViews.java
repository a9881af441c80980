package org.jiesu.workflow;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDateTime;
import org.jiesu.cases.CaseKind;
import org.jiesu.cases.CaseView;
import org.jiesu.cases.Facts;
import org.jiesu.workflow.tasks.FilledForms;

/** The complaint about expired yoghurt in 新城街道, with what a test changes about it. */
public final class CaseViews {

    public static final Facts PROPOSED = new Facts("食品安全", "新城街道", true, null, null, false);

    private CaseViews() {}

    public static CaseView complaint() {
        return complaint(LocalDateTime.of(2026, 11, 10, 9, 0));
    }

    public static CaseView complaint(LocalDateTime receivedAt) {
        CaseView view = mock(CaseView.class);
        when(view.caseNumber()).thenReturn(FilledForms.CASE_NUMBER);
        when(view.kind()).thenReturn(CaseKind.COMPLAINT);
        when(view.institution()).thenReturn("feicheng");
        when(view.channel()).thenReturn("12345");
        when(view.receivedAt()).thenReturn(receivedAt);
        when(view.facts()).thenReturn(PROPOSED);
        when(view.handlingUnit()).thenReturn("xincheng");
        return view;
    }
}
