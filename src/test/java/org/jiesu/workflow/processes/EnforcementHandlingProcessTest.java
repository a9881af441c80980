package org.jiesu.workflow.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.LocalDateTime;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("案件办理")
class EnforcementHandlingProcessTest extends ProcessScenario {

    private static final LocalDateTime STATEMENT_DUE = LocalDateTime.of(2026, 6, 10, 0, 0);

    @Test
    @DisplayName("调查、审核、告知、听取陈述申辩、决定、送达（行政处罚法第四十四条、第四十五条、第五十四条、第六十一条）")
    void endsWithTheDecisionServedOnTheHappyPath() {
        ProcessInstance enforcement = noticeServed();
        complete("Task_HearStatement", Map.of("hearingRequested", false));
        complete("Task_DecideCase", Map.of("decision", "PENALTY", "servable", true));

        complete("Task_ServeDecision");

        assertThat(enforcement).isEnded().hasPassed("EndEvent_DecisionServed").hasNotPassed("Task_HoldHearing");
    }

    @Test
    @DisplayName("审核未通过的，退回补充调查（行政处罚法第五十八条）")
    void isInvestigatedAgainWhenTheReviewFails() {
        start();
        complete("Task_InvestigateCase", Map.of("penaltyIntended", true, "externalCase", false));

        complete("Task_ReviewCase", Map.of("reviewPassed", false));

        assertThat(openTasks()).containsExactly("Task_InvestigateCase");
    }

    @Test
    @DisplayName("不拟处罚的，审核后直接作出决定，无须送达的即结束")
    void isDecidedWithoutANoticeWhereNoPenaltyIsIntended() {
        ProcessInstance enforcement = start();
        complete("Task_InvestigateCase", Map.of("penaltyIntended", false, "externalCase", false));
        complete("Task_ReviewCase", Map.of("reviewPassed", true));

        complete("Task_DecideCase", Map.of("decision", "CLOSE", "servable", false));

        assertThat(enforcement)
                .isEnded()
                .hasPassed("EndEvent_DecidedWithoutService")
                .hasNotPassed("Task_ServePenaltyNotice");
    }

    @Test
    @DisplayName("陈述申辩期限届满未提出的，可以作出决定；届满前不得作出（行政处罚法第四十五条）")
    void isDecidedOnlyAfterThePeriodForStatements() {
        ProcessInstance enforcement = noticeServed();
        assertThat(dueAt("BoundaryEvent_StatementOverdue")).isEqualTo(STATEMENT_DUE);

        forwardTo(STATEMENT_DUE.minusSeconds(1));
        assertThat(openTasks()).containsExactly("Task_HearStatement");
        forwardTo(STATEMENT_DUE);

        assertThat(openTasks()).containsExactly("Task_DecideCase");
        assertThat(enforcement).hasPassed("BoundaryEvent_StatementOverdue");
    }

    @Test
    @DisplayName("要求听证的，举行听证后作出决定（行政处罚法第六十三条）")
    void holdsAHearingOnRequest() {
        noticeServed();
        complete("Task_HearStatement", Map.of("hearingRequested", true));
        assertThat(openTasks()).containsExactly("Task_HoldHearing");

        complete("Task_HoldHearing");

        assertThat(openTasks()).containsExactly("Task_DecideCase");
        assertThat(openTimers()).as("an answered statement leaves no timer").isZero();
    }

    @Test
    @DisplayName("在执法办案系统办结的案件，一次填报结果即结束")
    void endsWithTheResultOfAnotherSystem() {
        ProcessInstance enforcement = start();

        complete("Task_InvestigateCase", Map.of("penaltyIntended", true, "externalCase", true, "decision", "PENALTY"));

        assertThat(enforcement)
                .isEnded()
                .hasPassed("EndEvent_DecidedExternally")
                .hasNotPassed("Task_ReviewCase");
    }

    private ProcessInstance start() {
        return startCalled("enforcement-handling", "report-handling", Map.of("filed", true));
    }

    private ProcessInstance noticeServed() {
        ProcessInstance enforcement = start();
        complete("Task_InvestigateCase", Map.of("penaltyIntended", true, "externalCase", false));
        complete("Task_ReviewCase", Map.of("reviewPassed", true));
        clock("statementDueAt", STATEMENT_DUE);
        complete("Task_ServePenaltyNotice");
        return enforcement;
    }
}
