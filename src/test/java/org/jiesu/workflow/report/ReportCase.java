package org.jiesu.workflow.report;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jiesu.cases.CaseKind;
import org.jiesu.cases.CaseView;
import org.jiesu.cases.Cases;
import org.jiesu.cases.Facts;
import org.jiesu.cases.FilledField;
import org.jiesu.cases.Steps;
import org.jiesu.cases.Steps.Step;
import org.jiesu.workflow.tasks.FilledForms;

/** A report on short weight at a supermarket, handled by {@code handler}; today is Wednesday, 2026-03-11. */
final class ReportCase {

    static final String NUMBER = FilledForms.CASE_NUMBER;
    static final LocalDate TODAY = LocalDate.of(2026, 3, 11);
    static final Clock CLOCK =
            Clock.fixed(TODAY.atTime(10, 0).atZone(ZoneId.systemDefault()).toInstant(), ZoneId.systemDefault());

    final Cases cases = mock(Cases.class);
    final Steps steps = mock(Steps.class);
    final CaseView view = mock(CaseView.class);
    final EarlierSteps earlier = new EarlierSteps(steps);
    final ActDay days = new ActDay(CLOCK);

    ReportCase() {
        lenient().when(cases.view(any())).thenReturn(view);
        lenient().when(view.kind()).thenReturn(CaseKind.REPORT);
        lenient().when(view.channel()).thenReturn("12345");
        lenient().when(view.handler()).thenReturn("handler");
        facts("计量", null);
    }

    void facts(String matter, String competent) {
        lenient().when(view.facts()).thenReturn(new Facts(matter, "新城街道", true, competent, null, false));
    }

    /** This task was finished yesterday by this user, with these values. */
    void done(String task, String actor, Map<String, Object> values) {
        List<FilledField> fields = values.entrySet().stream()
                .map(value -> new FilledField(value.getKey(), value.getKey(), value.getValue(), "" + value.getValue()))
                .toList();
        LocalDateTime yesterday = TODAY.minusDays(1).atTime(9, 0);
        List<Step> finished = List.of(new Step(yesterday, actor, 1, task, task, fields));
        lenient().when(steps.inRound(NUMBER, task)).thenReturn(finished);
        lenient().when(steps.of(NUMBER)).thenReturn(finished);
    }
}
