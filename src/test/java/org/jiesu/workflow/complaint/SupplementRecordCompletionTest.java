package org.jiesu.workflow.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiesu.workflow.tasks.FilledForms.CASE_NUMBER;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jiesu.cases.CaseView;
import org.jiesu.cases.Cases;
import org.jiesu.cases.Facts;
import org.jiesu.cases.Parties;
import org.jiesu.jurisdiction.Assessor;
import org.jiesu.workflow.CaseViews;
import org.jiesu.workflow.tasks.FilledForms;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("联系补充材料（令121第十条、第十六条第(五)项）")
class SupplementRecordCompletionTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-02-03T02:00:00Z"), ZoneId.of("Asia/Shanghai"));

    private final Cases cases = mock();
    private final Assessor assessor = mock();
    private final CaseView assessed = CaseViews.complaint();
    private final SupplementRecordCompletion completion =
            new SupplementRecordCompletion(cases, mock(Parties.class), assessor, CLOCK);

    @BeforeEach
    void assessedAsBefore() {
        CaseView before = CaseViews.complaint();
        when(cases.view(CASE_NUMBER)).thenReturn(before);
        when(assessor.assess(CASE_NUMBER)).thenReturn(assessed);
    }

    private Map<String, Object> complete(Object... fields) {
        return completion.complete(FilledForms.of("supplement-record", fields));
    }

    @Test
    void assessesAgainWhatIsCompleteNow() {
        assertThat(complete("supplemented", "true", "contactedOn", "2026-02-02"))
                .isEqualTo(Map.of("supplemented", true));
        verify(cases).supplemented(CASE_NUMBER, true);
    }

    @Test
    void staysIncompleteWhereSomethingIsStillMissing() {
        when(assessed.incomplete()).thenReturn(List.of("被投诉人地址"));
        complete("supplemented", "true", "contactedOn", "2026-02-02");
        verify(cases).supplemented(CASE_NUMBER, false);
    }

    @Test
    @DisplayName("补充的内容表明重大紧急的，向领导报告（制度三.4）")
    void tellsOfUrgencyThatWasNotKnown() {
        when(assessed.facts()).thenReturn(new Facts("食品安全", "新城街道", true, null, null, true));
        assertThat(complete("supplemented", "true", "contactedOn", "2026-02-02", "demand", "食堂多人呕吐，请立即处理"))
                .isEqualTo(Map.of("supplemented", true, "urgent", true));
    }

    @Test
    void assessesNothingThatWasNotGiven() {
        assertThat(complete("supplemented", "false", "contactedOn", "2026-02-02", "attemptLog", "三次电话未接"))
                .isEqualTo(Map.of("supplemented", false));
        verify(cases).supplemented(CASE_NUMBER, false);
        verifyNoInteractions(assessor);
    }
}
