package org.jiesu.workflow.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("调解")
class MediationProcessTest extends ProcessScenario {

    @Test
    @DisplayName("安排、组织调解，达成协议后制作调解书（令121第二十四条）")
    void endsWithAnAgreementOnTheHappyPath() {
        ProcessInstance mediation = start(false);
        complete("Task_ScheduleMediation");
        complete("Task_HoldMediation", Map.of("mediationOutcome", "AGREED"));

        complete("Task_IssueAgreement");

        assertThat(mediation).isEnded().hasPassed("EndEvent_AgreementReached");
    }

    @Test
    @DisplayName("征询意愿时已约定时间的，直接组织调解")
    void isHeldAtOnceWhenAlreadyScheduled() {
        ProcessInstance mediation = start(true);

        assertThat(openTasks()).containsExactly("Task_HoldMediation");
        assertThat(mediation).hasNotPassed("Task_ScheduleMediation");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NOT_AGREED", "ABSENT"})
    @DisplayName("未达成协议或者无正当理由不参加的，调解结束（令121第二十三条第一款第（二）、（三）项）")
    void endsWithoutAgreement(String outcome) {
        ProcessInstance mediation = start(true);

        complete("Task_HoldMediation", Map.of("mediationOutcome", outcome));

        assertThat(mediation).isEnded().hasPassed("EndEvent_NoAgreement").hasNotPassed("Task_IssueAgreement");
    }

    @Test
    @DisplayName("需要再次调解的，另行安排")
    void isScheduledAgainForAnotherSession() {
        start(true);

        complete("Task_HoldMediation", Map.of("mediationOutcome", "ANOTHER_SESSION"));

        assertThat(openTasks()).containsExactly("Task_ScheduleMediation");
    }

    @Test
    @DisplayName("需要鉴定检测的，登记结果后再安排调解（令121第二十二条）")
    void waitsForTheAppraisal() {
        start(true);
        complete("Task_HoldMediation", Map.of("mediationOutcome", "APPRAISAL_NEEDED"));
        assertThat(openTasks()).containsExactly("Task_RecordAppraisal");

        complete("Task_RecordAppraisal");

        assertThat(openTasks()).containsExactly("Task_ScheduleMediation");
    }

    @Test
    @DisplayName("申请回避的，先决定是否回避，再安排调解（令121第二十一条）")
    void decidesOnRecusalFirst() {
        start(true);
        complete("Task_HoldMediation", Map.of("mediationOutcome", "RECUSAL_ASKED"));
        assertThat(openTasks()).containsExactly("Task_DecideRecusal");

        complete("Task_DecideRecusal", Map.of("recused", true));

        assertThat(openTasks()).containsExactly("Task_ScheduleMediation");
    }

    private ProcessInstance start(boolean scheduledNow) {
        return startCalled("mediation", "complaint-handling", Map.of("scheduledNow", scheduledNow));
    }
}
