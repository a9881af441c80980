package org.jiesu.workflow.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jiesu.cases.Reports;
import org.jiesu.deadlines.ClockView;
import org.jiesu.deadlines.Deadlines;
import org.jiesu.shared.BadInput;
import org.jiesu.shared.Refusal;
import org.jiesu.workflow.tasks.FilledForms;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecideCaseCompletionTest {

    private final ReportCase report = new ReportCase();
    private final Reports reports = mock(Reports.class);
    private final Deadlines deadlines = mock(Deadlines.class);
    private final DecideCaseCompletion completion =
            new DecideCaseCompletion(reports, new PenaltyNotice(deadlines, report.earlier), report.days);

    private Map<String, Object> decide(String decision, Object... more) {
        Object[] all = new Object[more.length + 4];
        System.arraycopy(new Object[] {"decision", decision, "reason", "事实清楚"}, 0, all, 0, 4);
        System.arraycopy(more, 0, all, 4, more.length);
        return completion.complete(FilledForms.of("decide-case", all));
    }

    private void statement(LocalDateTime dueAt, LocalDateTime endedAt) {
        ClockView clock = mock();
        when(clock.clock()).thenReturn("statement");
        when(clock.dueAt()).thenReturn(dueAt);
        when(clock.endedAt()).thenReturn(endedAt);
        when(clock.pending()).thenReturn(endedAt == null);
        when(deadlines.clocks(ReportCase.NUMBER)).thenReturn(List.of(clock));
    }

    private static LocalDateTime endOf(int daysFromToday) {
        return ReportCase.TODAY.plusDays(daysFromToday).atTime(23, 59, 59);
    }

    @Test
    @DisplayName("陈述申辩期限未满且未答复，不得处罚（行政处罚法第六十二条）")
    void noPenaltyWhileThePartyMayStillAnswer() {
        statement(endOf(0), null);
        assertThatThrownBy(() -> decide("PENALTY")).isInstanceOf(Refusal.class).hasMessageContaining("期限届满");
        verifyNoInteractions(reports);
    }

    @Test
    @DisplayName("未告知不得处罚（行政处罚法第六十二条）")
    void noPenaltyWithoutNotice() {
        assertThatThrownBy(() -> decide("PENALTY")).isInstanceOf(Refusal.class).hasMessageContaining("未告知");
    }

    @Test
    @DisplayName("期限届满次日或者答复当日即可处罚")
    void penaltyOnceThePartyWasHeard() {
        statement(endOf(-1), null);
        assertThat(decide("PENALTY")).isEqualTo(Map.of("decision", "PENALTY", "servable", true));
        statement(endOf(3), ReportCase.TODAY.atTime(9, 0));
        decide("PENALTY", "fineAmount", 2000);
        verify(reports, times(2)).decide(ReportCase.NUMBER, "PENALTY", ReportCase.TODAY);
    }

    @Test
    @DisplayName("决定日期不能倒填到陈述申辩期限之内，也不能晚于今天")
    void decisionDayMustFit() {
        statement(endOf(-1), null);
        assertThatThrownBy(() -> decide("PENALTY", "decidedOn", "2026-03-10")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> decide("PENALTY", "decidedOn", "2026-03-12"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("不能晚于今天");
    }

    @ParameterizedTest
    @CsvSource({"NO_PENALTY,true", "NO_VIOLATION,true", "CLOSE,false"})
    @DisplayName("不处罚的决定无须等待；终止办理无须送达")
    void othersNeedNoNotice(String decision, boolean servable) {
        assertThat(decide(decision)).isEqualTo(Map.of("decision", decision, "servable", servable));
    }

    @Test
    @DisplayName("移送须写明机关，集体讨论须有日期和意见")
    void conditionalDuties() {
        assertThatThrownBy(() -> decide("TRANSFER_TO_POLICE", "discussedCollectively", "true"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("接受移送的机关")
                .hasMessageContaining("讨论日期")
                .hasMessageContaining("集体讨论意见");
        assertThat(decide("TRANSFER_TO_POLICE", "transferredTo", "肥城市公安局")).containsEntry("servable", false);
    }
}
