package org.jiesu.workflow.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.jiesu.cases.CaseKind.COMPLAINT;
import static org.jiesu.cases.Outcome.DECLINED;
import static org.jiesu.cases.Outcome.MEDIATED;
import static org.jiesu.cases.Outcome.RETURNED_TO_CHANNEL;
import static org.jiesu.cases.Outcome.SETTLED;
import static org.jiesu.cases.Outcome.TERMINATED;
import static org.jiesu.cases.Outcome.WITHDRAWN;

import java.time.LocalDateTime;
import java.util.Map;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jiesu.cases.Outcome;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("投诉办理")
class ComplaintHandlingProcessTest extends ProcessScenario {

    private static final LocalDateTime CUT_OFF = LocalDateTime.of(2026, 7, 15, 0, 0);
    private static final LocalDateTime STATUTORY_LIMIT = LocalDateTime.of(2026, 7, 8, 0, 0);

    @Test
    @DisplayName("受理、分派、核查、调解达成协议、答复，以调解成功办结")
    void endsMediatedOnTheHappyPath() {
        ProcessInstance complaint = start("complaint-handling", COMPLAINT);
        assertThat(openTasks()).containsExactly("Task_DecideAcceptance");
        complete("Task_DecideAcceptance", Map.of("acceptanceResult", "ACCEPTED"));
        assertThat(complaint).hasPassed("Task_NotifyAcceptance");
        complete("Task_ConfirmDispatch", Map.of("handlingUnit", "xincheng"));
        complete("Task_SignIn", Map.of("signedIn", true, "quick", false, "dispatchResult", "SIGNED"));
        complete("Task_InspectSite");
        complete("Task_SeekConsent", Map.of("bothConsent", true, "scheduledNow", false));
        complete("Task_ScheduleMediation");
        complete("Task_HoldMediation", Map.of("mediationOutcome", "AGREED"));
        complete("Task_IssueAgreement", Map.of("handleResult", "AGREED"));
        complete("Task_ReplyComplainant", Map.of("replyReviews", 1));
        complete("Task_ReviewReply", Map.of("replyApproved", true));

        assertThat(complaint).isEnded().hasPassed("EndEvent_Mediated");
        assertThat(outcomes(complaint)).containsExactly(MEDIATED);
        assertThat(calledFeatures())
                .containsExactly("Task_AssessCase", "Task_NotifyAcceptance", "Task_ProposeDispatch", "Task_SendReply");
    }

    @Test
    @DisplayName("领导阅示与受理并行，阅示后办理照常进行")
    void goesOnAfterTheLeaderHasRead() {
        feature("assessCase", Map.of("urgent", true));
        ProcessInstance complaint = start("complaint-handling", COMPLAINT);
        assertThat(openTasks()).containsExactly("Task_DecideAcceptance", "Task_ReportToLeader");

        complete("Task_ReportToLeader");

        assertThat(complaint).hasPassed("EndEvent_LeaderInformed").isNotEnded();
        assertThat(openTasks()).containsExactly("Task_DecideAcceptance");
    }

    @Test
    @DisplayName("工作人员首先发现重大紧急的，即向领导报告，且只报告一次（制度三.4）")
    void reportsToTheLeaderOnceWhenAClerkFindsItUrgent() {
        start("complaint-handling", COMPLAINT);

        complete("Task_DecideAcceptance", Map.of("acceptanceResult", "ACCEPTED", "urgent", true));

        assertThat(openedTasks())
                .containsExactly("Task_DecideAcceptance", "Task_ReportToLeader", "Task_ConfirmDispatch");
        complete("Task_ReportToLeader");
        complete("Task_ConfirmDispatch");
        assertThat(openTasks()).containsExactly("Task_SignIn");
    }

    @Test
    @DisplayName("不紧急的，不向领导报告")
    void tellsNoLeaderOfAnOrdinaryCase() {
        ProcessInstance complaint = start("complaint-handling", COMPLAINT);

        complete("Task_DecideAcceptance", Map.of("acceptanceResult", "ACCEPTED"));

        assertThat(complaint).hasNotPassed("StartEvent_UrgencyFound");
    }

    @Test
    @DisplayName("领导未阅的报告不妨碍办结，随办件一并结束")
    void endsWithTheLeadersReportUnread() {
        feature("assessCase", Map.of("urgent", true));
        ProcessInstance complaint = start("complaint-handling", COMPLAINT);

        complete("Task_DecideAcceptance", Map.of("acceptanceResult", "MERGED"));

        assertThat(complaint).isEnded().hasNotPassed("EndEvent_LeaderInformed");
        assertThat(openTasks()).isEmpty();
    }

    @Test
    @DisplayName("由承办单位受理的机构：先分派签收，再决定受理，受理后不再分派")
    void dispatchesBeforeAcceptanceWhereUnitsAccept() {
        ProcessInstance complaint = acceptedByUnit();
        complete("Task_ConfirmDispatch");
        complete("Task_SignIn", Map.of("signedIn", true, "quick", true, "dispatchResult", "SIGNED"));
        assertThat(openTasks()).containsExactly("Task_DecideAcceptance");

        complete("Task_DecideAcceptance", Map.of("acceptanceResult", "ACCEPTED"));

        assertThat(openTasks()).containsExactly("Task_HandleQuick");
        assertThat(complaint).hasNotPassed("CallActivity_Dispatching");
    }

    @Test
    @DisplayName("由承办单位受理的：受理前退单、再次退单指定，仍在受理环节")
    void returnsAndArbitratesBeforeAcceptance() {
        acceptedByUnit();
        complete("Task_ConfirmDispatch");
        complete("Task_SignIn", Map.of("signedIn", false));
        complete("Task_ReviewReturn", Map.of("dispatchResult", "AGAIN"));
        complete("Task_SignIn", Map.of("signedIn", false));
        complete("Task_ReviewReturn", Map.of("dispatchResult", "ARBITRATE"));
        complete("Task_ArbitrateDispatch");
        complete("Task_SignIn", Map.of("signedIn", true, "dispatchResult", "SIGNED"));

        assertThat(openTasks()).containsExactly("Task_DecideAcceptance");
    }

    @Test
    @DisplayName("由承办单位受理而无单位有权处理的：投诉中心决定，受理的再分派")
    void theCentreDecidesWhenNoUnitIsCompetent() {
        acceptedByUnit();
        complete("Task_ConfirmDispatch");
        complete("Task_SignIn", Map.of("signedIn", false));
        complete("Task_ReviewReturn", Map.of("dispatchResult", "NO_UNIT", "acceptedBy", "CENTRE"));
        complete("Task_DecideAcceptance", Map.of("acceptanceResult", "ACCEPTED"));

        assertThat(openTasks()).containsExactly("Task_ConfirmDispatch");
    }

    @Test
    @DisplayName("由承办单位受理的：签收前撤回，登记后即办结")
    void endsWithdrawnWhileTheUnitHasNotSignedIn() {
        ProcessInstance complaint = acceptedByUnit();
        complete("Task_ConfirmDispatch");

        withdraw();

        assertThat(complaint).isEnded().hasPassed("EndEvent_WithdrawnBeforeAcceptance");
        assertThat(isOpen("dispatching")).isFalse();
        assertThat(outcomes(complaint)).containsExactly(WITHDRAWN);
    }

    private ProcessInstance acceptedByUnit() {
        feature("assessCase", Map.of("acceptedBy", "UNIT"));
        return start("complaint-handling", COMPLAINT);
    }

    @Test
    @DisplayName("材料不全的先联系补充，补充后决定是否受理（制度三.3）")
    void asksForWhatIsMissing() {
        feature("assessCase", Map.of("incomplete", true));
        start("complaint-handling", COMPLAINT);
        assertThat(openTasks()).containsExactly("Task_SupplementRecord");

        complete("Task_SupplementRecord", Map.of("supplemented", true));

        assertThat(openTasks()).containsExactly("Task_DecideAcceptance");
        assertThat(openTimers()).as("only the interim reply's").isOne();
    }

    @Test
    @DisplayName("补充期限届满仍未补充的，转入决定是否受理")
    void decidesWithoutTheSupplementWhenItsPeriodEnds() {
        LocalDateTime due = LocalDateTime.of(2026, 5, 12, 0, 0);
        clock("supplementDueAt", due);
        feature("assessCase", Map.of("incomplete", true));
        ProcessInstance complaint = start("complaint-handling", COMPLAINT);
        assertThat(dueAt("BoundaryEvent_SupplementOverdue")).isEqualTo(due);

        forwardTo(due.minusSeconds(1));
        assertThat(openTasks()).containsExactly("Task_SupplementRecord");
        forwardTo(due);

        assertThat(openTasks()).containsExactly("Task_DecideAcceptance");
        assertThat(complaint).hasPassed("BoundaryEvent_SupplementOverdue");
    }

    @Test
    @DisplayName("不予受理经审核同意后告知投诉人并办结（令121第十五条、第十六条）")
    void declinesAfterReview() {
        ProcessInstance complaint = start("complaint-handling", COMPLAINT);
        complete("Task_DecideAcceptance", Map.of("acceptanceResult", "DECLINED"));

        complete("Task_ReviewDecline", Map.of("declineApproved", true));

        assertThat(outcomes(complaint)).containsExactly(DECLINED);
        assertThat(complaint).isEnded().hasPassed("Task_NotifyDecline");
    }

    @Test
    @DisplayName("不予受理未经同意的，重新决定")
    void decidesAgainWhenTheDeclineIsRefused() {
        ProcessInstance complaint = start("complaint-handling", COMPLAINT);
        complete("Task_DecideAcceptance", Map.of("acceptanceResult", "DECLINED"));

        complete("Task_ReviewDecline", Map.of("declineApproved", false));

        assertThat(openTasks()).containsExactly("Task_DecideAcceptance");
        assertThat(complaint).hasNotPassed("Task_NotifyDecline");
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({"RETURNED, RETURNED_TO_CHANNEL", "MERGED, MERGED", "RECLASSIFIED, RECLASSIFIED"})
    @DisplayName("退回渠道、并案、转为其他类型的，不受理而办结")
    void endsWithoutAcceptance(String result, Outcome outcome) {
        ProcessInstance complaint = start("complaint-handling", COMPLAINT);

        complete("Task_DecideAcceptance", Map.of("acceptanceResult", result));

        assertThat(complaint).isEnded().hasNotPassed("SubProcess_Handle");
        assertThat(outcomes(complaint)).containsExactly(outcome);
    }

    @Test
    @DisplayName("受理前撤回的，登记后即办结")
    void endsWithdrawnBeforeAcceptance() {
        ProcessInstance complaint = start("complaint-handling", COMPLAINT);
        assertThat(awaitedMessages()).containsExactly("ComplaintWithdrawn");

        withdraw();

        assertThat(complaint).isEnded().hasPassed("EndEvent_WithdrawnBeforeAcceptance");
        assertThat(outcomes(complaint)).containsExactly(WITHDRAWN);
    }

    @Test
    @DisplayName("办理中撤回的，终止调解（令121第二十三条第一款第（一）项）")
    void terminatesWhenWithdrawnDuringHandling() {
        ProcessInstance complaint = accepted();
        toMediation();
        assertThat(awaitedMessages()).containsExactly("ComplaintWithdrawn", "PartiesSettled");

        withdraw();

        assertThat(isOpen("mediation")).isFalse();
        complete("Task_DecideTermination");
        complete("Task_ConfirmTerminationNotice");
        assertThat(outcomes(complaint)).containsExactly(WITHDRAWN);
        assertThat(complaint).isEnded().hasPassed("BoundaryEvent_ComplaintWithdrawn");
    }

    @Test
    @DisplayName("办理中自行和解的，终止调解（令121第二十三条第一款第（一）项）")
    void terminatesWhenThePartiesSettle() {
        ProcessInstance complaint = accepted();
        toSignIn();

        settle();

        assertThat(isOpen("dispatching")).isFalse();
        complete("Task_DecideTermination");
        complete("Task_ConfirmTerminationNotice");
        assertThat(outcomes(complaint)).containsExactly(SETTLED);
        assertThat(complaint).isEnded().hasPassed("BoundaryEvent_PartiesSettled");
    }

    @Test
    @DisplayName("办理结束后撤回的只登记，不改变流程")
    void waitsForNoWithdrawalAfterTheHandling() {
        accepted();
        toMediation();
        complete("Task_HoldMediation", Map.of("mediationOutcome", "AGREED"));
        complete("Task_IssueAgreement", Map.of("handleResult", "AGREED"));

        assertThat(awaitedMessages()).isEmpty();
        assertThatThrownBy(this::withdraw).isInstanceOf(MismatchingMessageCorrelationException.class);
        assertThat(openTasks()).containsExactly("Task_ReplyComplainant");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Task_SignIn", "Task_InspectSite", "Task_HoldMediation"})
    @DisplayName("无论停在签收、核查还是调解，调解期限届满即转入终止（制度四.3(4)，令121第二十三条第一款第（五）项）")
    void isCutOffWhereverItStands(String task) {
        clock("cutOffAt", CUT_OFF);
        ProcessInstance complaint = accepted();
        if (task.equals("Task_SignIn")) {
            toSignIn();
        } else if (task.equals("Task_InspectSite")) {
            toInspection();
        } else {
            toMediation();
        }
        assertThat(openTasks()).containsExactly(task);
        assertThat(dueAt("BoundaryEvent_CutOffReached")).isEqualTo(CUT_OFF);

        forwardTo(CUT_OFF.minusSeconds(1));
        assertThat(openTasks()).containsExactly(task);
        forwardTo(CUT_OFF);

        assertThat(openTasks()).containsExactly("Task_DecideTermination");
        assertThat(isOpen("dispatching") || isOpen("mediation")).isFalse();
        assertThat(openTimers()).as("only the interim reply's").isOne();
        complete("Task_DecideTermination");
        complete("Task_ConfirmTerminationNotice");
        assertThat(outcomes(complaint)).containsExactly(TERMINATED);
    }

    @Test
    @DisplayName("期限不在计算中的（9999-12-31），一百年后也不截止")
    void isNeverCutOffWhileNoClockRuns() {
        accepted();
        toInspection();
        assertThat(dueAt("BoundaryEvent_CutOffReached")).isEqualTo(NEVER);
        assertThat(dueAt("StartEvent_StatutoryLimitPassed")).isEqualTo(NEVER);
        assertThat(dueAt("StartEvent_InterimReplyDue")).isEqualTo(NEVER);

        forwardTo(RECEIVED.plusYears(100));

        assertThat(openTasks()).containsExactly("Task_InspectSite");
    }

    @Test
    @DisplayName("法定六十日届满时另行审查，决定继续的，调解与四十五个工作日的截止照旧（令121第二十三条第一款第（五）项）")
    void goesOnBesideTheStatutoryReview() {
        ProcessInstance complaint = beyondTheStatutoryLimit();
        assertThat(openTasks()).containsExactly("Task_HoldMediation", "Task_ReviewStatutoryLimit");

        complete("Task_ReviewStatutoryLimit", Map.of("terminateNow", false));
        assertThat(openTasks()).containsExactly("Task_HoldMediation", "Task_ReadLimitReport");
        complete("Task_ReadLimitReport");

        assertThat(complaint).hasPassed("EndEvent_MediationContinues");
        assertThat(openTasks()).containsExactly("Task_HoldMediation");
        assertThat(dueAt("BoundaryEvent_CutOffReached")).isEqualTo(CUT_OFF);
    }

    @Test
    @DisplayName("法定六十日届满时决定立即终止的，调解停止（令121第二十三条第一款第（五）项）")
    void terminatesAtTheStatutoryLimit() {
        ProcessInstance complaint = beyondTheStatutoryLimit();

        complete("Task_ReviewStatutoryLimit", Map.of("terminateNow", true));

        assertThat(complaint).hasPassed("EndEvent_StatutoryLimitReached", "BoundaryEvent_StatutoryLimitReached");
        assertThat(openTasks()).containsExactly("Task_DecideTermination");
        assertThat(isOpen("mediation")).isFalse();
        assertThat(openTimers()).as("only the interim reply's").isOne();
    }

    @Test
    @DisplayName("法定期限届满未处置的，仍在四十五个工作日时截止")
    void isCutOffWithTheStatutoryReviewUndone() {
        beyondTheStatutoryLimit();

        forwardTo(CUT_OFF);

        assertThat(openTasks()).containsExactly("Task_DecideTermination");
    }

    @Test
    @DisplayName("一方不同意调解的，终止调解（令121第二十三条第一款第（二）项）")
    void terminatesWithoutConsent() {
        ProcessInstance complaint = accepted();
        toInspection();
        complete("Task_InspectSite");

        complete("Task_SeekConsent", Map.of("bothConsent", false, "scheduledNow", false));

        assertThat(complaint).hasPassed("EndEvent_ConsentRefused").hasNotPassed("CallActivity_Mediation");
        assertThat(openTasks()).containsExactly("Task_DecideTermination");
    }

    @Test
    @DisplayName("调解未达成协议的，终止调解（令121第二十三条第一款第（三）项）")
    void terminatesWithoutAgreement() {
        ProcessInstance complaint = accepted();
        toMediation();

        complete("Task_HoldMediation", Map.of("mediationOutcome", "NOT_AGREED"));

        assertThat(openTasks()).containsExactly("Task_DecideTermination");
        complete("Task_DecideTermination");
        complete("Task_ConfirmTerminationNotice");
        assertThat(outcomes(complaint)).containsExactly(TERMINATED);
    }

    @Test
    @DisplayName("没有单位有权处理的，终止调解")
    void terminatesWhenNoUnitIsCompetent() {
        ProcessInstance complaint = accepted();
        toSignIn();
        complete("Task_SignIn", Map.of("signedIn", false));

        complete("Task_ReviewReturn", Map.of("dispatchResult", "NO_UNIT", "handleResult", "TERMINATE"));

        assertThat(complaint).hasPassed("EndEvent_NoUnit");
        assertThat(openTasks()).containsExactly("Task_DecideTermination");
    }

    @Test
    @DisplayName("没有单位有权处理而退回来源渠道的，以退回办结")
    void returnsToTheChannelAfterAcceptance() {
        ProcessInstance complaint = accepted();
        toSignIn();
        complete("Task_SignIn", Map.of("signedIn", false));

        complete("Task_ReviewReturn", Map.of("dispatchResult", "NO_UNIT", "handleResult", "RETURNED"));

        assertThat(complaint).isEnded().hasPassed("EndEvent_ReturnedAfterAcceptance");
        assertThat(outcomes(complaint)).containsExactly(RETURNED_TO_CHANNEL);
    }

    @Test
    @DisplayName("简易办理达成一致的，直接答复")
    void repliesAfterTheQuickWay() {
        ProcessInstance complaint = quick();

        complete("Task_HandleQuick", Map.of("quickOutcome", "AGREED", "handleResult", "AGREED"));

        assertThat(complaint).hasPassed("EndEvent_QuickDone").hasNotPassed("Task_InspectSite");
        assertThat(openTasks()).containsExactly("Task_ReplyComplainant");
    }

    @ParameterizedTest
    @CsvSource({"NOT_AGREED, OTHER, TERMINATED", "WITHDRAWN, WITHDRAWN, WITHDRAWN"})
    @DisplayName("简易办理未达成一致或者撤回的，终止调解")
    void terminatesAfterTheQuickWay(String quickOutcome, String reason, Outcome outcome) {
        ProcessInstance complaint = quick();

        complete("Task_HandleQuick", Map.of("quickOutcome", quickOutcome, "terminationReason", reason));

        complete("Task_DecideTermination");
        complete("Task_ConfirmTerminationNotice");
        assertThat(outcomes(complaint)).containsExactly(outcome);
    }

    @Test
    @DisplayName("简易办理可以转为普通程序")
    void goesFromTheQuickWayToTheFullOne() {
        quick();

        complete("Task_HandleQuick", Map.of("quickOutcome", "TO_FULL"));

        assertThat(openTasks()).containsExactly("Task_InspectSite");
    }

    @Test
    @DisplayName("办理期限将至，办件无论停在何处都另作阶段性答复（制度四.3(4)）")
    void sendsAnInterimReplyBesideTheWork() {
        LocalDateTime due = LocalDateTime.of(2026, 5, 15, 8, 30);
        clock("interimReplyDueAt", due);
        ProcessInstance complaint = start("complaint-handling", COMPLAINT);
        assertThat(dueAt("StartEvent_InterimReplyDue")).isEqualTo(due);

        forwardTo(due);

        assertThat(openTasks()).containsExactly("Task_DecideAcceptance", "Task_SendInterimReply");
        complete("Task_SendInterimReply");
        assertThat(openTasks()).containsExactly("Task_DecideAcceptance");
        assertThat(complaint).hasPassed("EndEvent_InterimReplySent").isNotEnded();
    }

    @Test
    @DisplayName("已作最终处理的，未作的阶段性答复一并结束")
    void endsWithTheInterimReplyUnsent() {
        LocalDateTime due = LocalDateTime.of(2026, 5, 15, 8, 30);
        clock("interimReplyDueAt", due);
        ProcessInstance complaint = start("complaint-handling", COMPLAINT);
        forwardTo(due);

        complete("Task_DecideAcceptance", Map.of("acceptanceResult", "MERGED"));

        assertThat(complaint).isEnded();
        assertThat(openTasks()).isEmpty();
    }

    @Test
    @DisplayName("渠道再次交办的，从分派开始新一轮办理，截止时间照样有效")
    void entersALaterRoundAtDispatch() {
        clock("cutOffAt", CUT_OFF);
        ProcessInstance complaint = startBefore("complaint-handling", COMPLAINT, 2, "SubProcess_Handle");

        assertThat(openTasks()).containsExactly("Task_ConfirmDispatch");
        assertThat(complaint).hasNotPassed("SubProcess_Accept");
        assertThat(dueAt("BoundaryEvent_CutOffReached")).isEqualTo(CUT_OFF);
        assertThat(awaitedMessages()).containsExactly("ComplaintWithdrawn", "PartiesSettled");
    }

    private ProcessInstance accepted() {
        ProcessInstance complaint = start("complaint-handling", COMPLAINT);
        complete("Task_DecideAcceptance", Map.of("acceptanceResult", "ACCEPTED"));
        return complaint;
    }

    private void toSignIn() {
        complete("Task_ConfirmDispatch");
    }

    private void toInspection() {
        toSignIn();
        complete("Task_SignIn", Map.of("signedIn", true, "quick", false, "dispatchResult", "SIGNED"));
    }

    private void toMediation() {
        toInspection();
        complete("Task_InspectSite");
        complete("Task_SeekConsent", Map.of("bothConsent", true, "scheduledNow", true));
    }

    private ProcessInstance beyondTheStatutoryLimit() {
        clock("cutOffAt", CUT_OFF);
        clock("secondLimitAt", STATUTORY_LIMIT);
        ProcessInstance complaint = accepted();
        toMediation();
        assertThat(dueAt("StartEvent_StatutoryLimitPassed")).isEqualTo(STATUTORY_LIMIT);
        forwardTo(STATUTORY_LIMIT);
        return complaint;
    }

    private ProcessInstance quick() {
        ProcessInstance complaint = accepted();
        toSignIn();
        complete("Task_SignIn", Map.of("signedIn", true, "quick", true, "dispatchResult", "SIGNED"));
        assertThat(openTasks()).containsExactly("Task_HandleQuick");
        return complaint;
    }
}
