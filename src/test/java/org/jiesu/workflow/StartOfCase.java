package org.jiesu.workflow;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDateTime;
import java.util.Map;
import org.jiesu.cases.CaseKind;
import org.jiesu.cases.CaseView;

/** The variables with which a case's process really starts, for tests that know the engine but no record. */
public final class StartOfCase {

    private StartOfCase() {}

    public static Map<String, Object> variables(CaseKind kind, int round, Map<String, LocalDateTime> timers) {
        CaseView view = mock(CaseView.class);
        when(view.kind()).thenReturn(kind);
        when(view.institution()).thenReturn("feicheng");
        when(view.round()).thenReturn(round);
        return StartVariables.of(view, timers);
    }
}
