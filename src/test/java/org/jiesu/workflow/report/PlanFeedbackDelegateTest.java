package org.jiesu.workflow.report;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jiesu.cases.CaseKind;
import org.jiesu.workflow.dmn.ReporterNoticeRules;
import org.jiesu.workflow.dmn.RewardRules;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PlanFeedbackDelegateTest {

    private final ReportCase report = new ReportCase();
    private final ReporterNoticeRules notices = mock(ReporterNoticeRules.class);
    private final RewardRules rewards = mock(RewardRules.class);
    private final DelegateExecution execution = mock(DelegateExecution.class);
    private final PlanFeedbackDelegate delegate =
            new PlanFeedbackDelegate(report.cases, report.earlier, notices, rewards);

    @BeforeEach
    void decided() {
        when(execution.getProcessBusinessKey()).thenReturn(ReportCase.NUMBER);
        when(execution.getVariable("decision")).thenReturn("PENALTY");
        when(notices.mustTellResult(report.view)).thenReturn(true);
        when(rewards.eligible(any(), any(), any())).thenReturn(true);
    }

    @Test
    @DisplayName("举报：按处罚种类和罚没款合计查奖励表")
    void asksTheTables() {
        report.done(
                "Task_DecideCase",
                "leader",
                Map.of("penaltyKinds", List.of("FINE", "SUSPENSION"), "fineAmount", 80000, "confiscatedAmount", 20000));
        delegate.execute(execution);
        verify(rewards).eligible("PENALTY", "FINE,SUSPENSION", BigDecimal.valueOf(100000));
        verify(execution).setVariable("tellReporter", true);
        verify(execution).setVariable("rewardEligible", true);
    }

    @Test
    @DisplayName("调解中发现的线索没有举报人：不告知、不奖励")
    void clueHasNoReporter() {
        when(report.view.kind()).thenReturn(CaseKind.CLUE);
        delegate.execute(execution);
        verify(execution).setVariable("tellReporter", false);
        verify(execution).setVariable("rewardEligible", false);
    }
}
