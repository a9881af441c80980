package org.jiesu.workflow.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.jiesu.cases.CaseKind.CLUE;
import static org.jiesu.cases.CaseKind.REPORT;
import static org.jiesu.cases.Outcome.NOT_FILED;
import static org.jiesu.cases.Outcome.PENALTY;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jiesu.cases.Outcome;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("举报办理")
class ReportHandlingProcessTest extends ProcessScenario {

    @Test
    @DisplayName("核查、立案、处罚、告知举报人、奖励，以处罚办结")
    void endsWithAPenaltyOnTheHappyPath() {
        feature("planFeedback", Map.of("tellReporter", true, "rewardEligible", true));
        ProcessInstance report = start("report-handling", REPORT);
        complete("Task_DecideReportRoute", Map.of("reportRoute", "HANDLE"));
        complete("Task_ConfirmDispatch", Map.of("handlingUnit", "brigade"));
        complete("Task_SignIn", Map.of("signedIn", true, "dispatchResult", "SIGNED"));
        complete("Task_Verify");
        complete("Task_ProposeFiling");
        complete("Task_ApproveFiling", Map.of("filed", true));
        complete("Task_InvestigateCase", Map.of("penaltyIntended", true, "externalCase", false));
        complete("Task_ReviewCase", Map.of("reviewPassed", true));
        complete("Task_ServePenaltyNotice");
        complete("Task_HearStatement", Map.of("hearingRequested", false));
        complete("Task_DecideCase", Map.of("decision", "PENALTY", "servable", true));
        complete("Task_ServeDecision");
        complete("Task_FeedBackReporter");
        complete("Task_DecideReward");

        assertThat(report).isEnded();
        assertThat(outcomes(report)).containsExactly(PENALTY);
        assertThat(calledFeatures()).containsExactly("Task_AssessCase", "Task_ProposeDispatch", "Task_PlanFeedback");
    }

    @Test
    @DisplayName("处理权限明确的，不必人工确认")
    void skipsTheRouteDecisionWhenItIsClear() {
        feature("assessCase", Map.of("routeClear", true, "reportRoute", "HANDLE"));

        ProcessInstance report = start("report-handling", REPORT);

        assertThat(openTasks()).containsExactly("Task_ConfirmDispatch");
        assertThat(report).hasNotPassed("Task_DecideReportRoute");
    }

    @ParameterizedTest(name = "{0} → {2}")
    @CsvSource({
        "TELL_DIRECT, Task_TellDirect, TOLD_DIRECT",
        "TRANSFER_FOOD, Task_TransferFood, TRANSFERRED",
        "DISCIPLINE, Task_HandToDiscipline, TRANSFERRED",
        "REPEATED, Task_TellRepeated, MERGED",
        "RETURN_TO_CHANNEL, , RETURNED_TO_CHANNEL"
    })
    @DisplayName("不由本局处理的举报，各有去向和文书（令121第三十四条、第三十五条，食品安全法第一百一十五条）")
    void endsWhereTheReportIsNotHandledHere(String route, String paper, Outcome outcome) {
        ProcessInstance report = start("report-handling", REPORT);

        complete("Task_DecideReportRoute", Map.of("reportRoute", route));

        assertThat(report).isEnded().hasNotPassed("CallActivity_Dispatching");
        assertThat(outcomes(report)).containsExactly(outcome);
        assertThat(calledFeatures())
                .isEqualTo(paper == null ? List.of("Task_AssessCase") : List.of("Task_AssessCase", paper));
    }

    @Test
    @DisplayName("没有单位有权处理的，重新确认处理权限")
    void decidesTheRouteAgainWhenNoUnitIsCompetent() {
        start("report-handling", REPORT);
        complete("Task_DecideReportRoute", Map.of("reportRoute", "HANDLE"));
        complete("Task_ConfirmDispatch");
        complete("Task_SignIn", Map.of("signedIn", false));

        complete("Task_ReviewReturn", Map.of("dispatchResult", "NO_UNIT"));

        assertThat(openTasks()).containsExactly("Task_DecideReportRoute");
    }

    @Test
    @DisplayName("须告知立案的，告知与办案并行，互不等待（令20第三十一条）")
    void tellsTheFilingBesideTheInvestigation() {
        ProcessInstance report = startBefore("report-handling", REPORT, 1, "Task_ApproveFiling");
        complete("Task_ApproveFiling", Map.of("filed", true, "tellFiling", true));
        assertThat(openTasks()).containsExactly("Task_InvestigateCase", "Task_TellFiling");

        complete("Task_InvestigateCase", Map.of("penaltyIntended", false, "externalCase", false));
        complete("Task_TellFiling");

        assertThat(report).hasPassed("EndEvent_FilingTold").isNotEnded();
        assertThat(openTasks()).containsExactly("Task_ReviewCase");
    }

    @Test
    @DisplayName("无须告知立案的，只办案")
    void tellsNoFilingWhereNoneIsDue() {
        startBefore("report-handling", REPORT, 1, "Task_ApproveFiling");
        complete("Task_ApproveFiling", Map.of("filed", true, "tellFiling", false));

        assertThat(openTasks()).containsExactly("Task_InvestigateCase");
    }

    @Test
    @DisplayName("不予立案的，告知举报人后办结（令121第三十六条）")
    void endsNotFiled() {
        ProcessInstance report = startBefore("report-handling", REPORT, 1, "Task_Verify");
        complete("Task_Verify");
        complete("Task_ProposeFiling");
        complete("Task_ApproveFiling", Map.of("filed", false));

        complete("Task_FeedBackReporter");

        assertThat(report).isEnded().hasNotPassed("CallActivity_Enforcement");
        assertThat(outcomes(report)).containsExactly(NOT_FILED);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
        "NO_PENALTY, NO_PENALTY",
        "NO_VIOLATION, NO_VIOLATION",
        "TRANSFER_TO_AGENCY, TRANSFERRED",
        "TRANSFER_TO_POLICE, TRANSFERRED",
        "CLOSE, DISCONTINUED"
    })
    @DisplayName("处理决定决定办结方式（行政处罚法第五十七条）")
    void endsAsTheCaseWasDecided(String decision, Outcome outcome) {
        ProcessInstance report = startBefore("report-handling", REPORT, 1, "CallActivity_Enforcement");
        complete("Task_InvestigateCase", Map.of("penaltyIntended", false, "externalCase", false));
        complete("Task_ReviewCase", Map.of("reviewPassed", true));
        complete("Task_DecideCase", Map.of("decision", decision, "servable", false));

        complete("Task_FeedBackReporter");

        assertThat(report).isEnded();
        assertThat(outcomes(report)).containsExactly(outcome);
    }

    @Test
    @DisplayName("诉转案的线索从核查开始，没有举报人，不告知也不奖励")
    void verifiesAClueWithoutAReporter() {
        feature("planFeedback", Map.of("tellReporter", false, "rewardEligible", false));
        ProcessInstance clue = startBefore("report-handling", CLUE, 1, "Task_Verify");
        assertThat(openTasks()).containsExactly("Task_Verify");
        complete("Task_Verify");
        complete("Task_ProposeFiling");

        complete("Task_ApproveFiling", Map.of("filed", false));

        assertThat(clue).isEnded();
        assertThat(outcomes(clue)).containsExactly(NOT_FILED);
        assertThat(calledFeatures()).containsExactly("Task_PlanFeedback");
    }

    @Test
    @DisplayName("领导阅示与核查并行，阅示后核查照常进行")
    void goesOnAfterTheLeaderHasRead() {
        feature("assessCase", Map.of("urgent", true));
        ProcessInstance report = start("report-handling", REPORT);
        assertThat(openTasks()).containsExactly("Task_DecideReportRoute", "Task_ReportToLeader");

        complete("Task_ReportToLeader");

        assertThat(report).hasPassed("EndEvent_LeaderInformed").isNotEnded();
        assertThat(openTasks()).containsExactly("Task_DecideReportRoute");
    }

    @Test
    @DisplayName("工作人员首先发现重大紧急的，即向领导报告，且只报告一次（制度三.4）")
    void reportsToTheLeaderOnceWhenAClerkFindsItUrgent() {
        start("report-handling", REPORT);

        complete("Task_DecideReportRoute", Map.of("reportRoute", "HANDLE", "urgent", true));

        assertThat(openedTasks())
                .containsExactly("Task_DecideReportRoute", "Task_ReportToLeader", "Task_ConfirmDispatch");
        complete("Task_ReportToLeader");
        complete("Task_ConfirmDispatch");
        assertThat(openTasks()).containsExactly("Task_SignIn");
    }

    @Test
    @DisplayName("不紧急的，不向领导报告")
    void tellsNoLeaderOfAnOrdinaryCase() {
        ProcessInstance report = start("report-handling", REPORT);

        complete("Task_DecideReportRoute", Map.of("reportRoute", "HANDLE"));

        assertThat(report).hasNotPassed("StartEvent_UrgencyFound");
    }

    @Test
    @DisplayName("领导未阅的报告不妨碍办结，随办件一并结束")
    void endsWithTheLeadersReportUnread() {
        feature("assessCase", Map.of("urgent", true));
        ProcessInstance report = start("report-handling", REPORT);

        complete("Task_DecideReportRoute", Map.of("reportRoute", "TELL_DIRECT"));

        assertThat(report).isEnded().hasNotPassed("EndEvent_LeaderInformed");
        assertThat(openTasks()).isEmpty();
    }

    @Test
    @DisplayName("渠道答复期限将至的，另作阶段性答复（制度四.3(4)）")
    void sendsAnInterimReplyBesideTheVerification() {
        LocalDateTime due = LocalDateTime.of(2026, 5, 15, 8, 30);
        clock("interimReplyDueAt", due);
        ProcessInstance report = startBefore("report-handling", REPORT, 1, "Task_Verify");
        assertThat(dueAt("StartEvent_InterimReplyDue")).isEqualTo(due);

        forwardTo(due);

        assertThat(openTasks()).containsExactly("Task_SendInterimReply", "Task_Verify");
        complete("Task_SendInterimReply");
        assertThat(report).hasPassed("EndEvent_InterimReplySent").isNotEnded();
        assertThat(openTasks()).containsExactly("Task_Verify");
    }

    @Test
    @DisplayName("撤回举报只登记，不影响核查：流程不等待任何撤回")
    void waitsForNoWithdrawal() {
        start("report-handling", REPORT);

        assertThat(awaitedMessages()).isEmpty();
    }

    @Test
    @DisplayName("再次交办的，从分派开始新一轮办理")
    void entersALaterRoundAtDispatch() {
        startBefore("report-handling", REPORT, 2, "CallActivity_Dispatching");

        assertThat(openTasks()).containsExactly("Task_ConfirmDispatch");
    }
}
