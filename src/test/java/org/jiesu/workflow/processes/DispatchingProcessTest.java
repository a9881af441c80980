package org.jiesu.workflow.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("分派签收")
class DispatchingProcessTest extends ProcessScenario {

    @ParameterizedTest
    @ValueSource(strings = {"complaint-handling", "report-handling"})
    @DisplayName("投诉中心确认分派，承办单位签收")
    void endsSignedInOnTheHappyPath(String caller) {
        ProcessInstance dispatching = startCalled("dispatching", caller, Map.of());
        complete("Task_ConfirmDispatch", Map.of("handlingUnit", "food"));

        complete("Task_SignIn", Map.of("signedIn", true, "dispatchResult", "SIGNED"));

        assertThat(dispatching).isEnded().hasPassed("EndEvent_SignedIn");
    }

    @Test
    @DisplayName("承办单位明确且规则允许的，自动分派")
    void dispatchesAutomatically() {
        feature("proposeDispatch", Map.of("dispatchAutomatic", true, "handlingUnit", "xincheng"));

        ProcessInstance dispatching = startCalled("dispatching", "complaint-handling", Map.of());

        assertThat(openTasks()).containsExactly("Task_SignIn");
        assertThat(dispatching).hasNotPassed("Task_ConfirmDispatch");
    }

    @ParameterizedTest
    @ValueSource(strings = {"REFUSED", "AGAIN"})
    @DisplayName("退单未经同意的由原单位签收，经同意的由新单位签收")
    void signsInAgainAfterAReturn(String result) {
        ProcessInstance dispatching = returned();

        complete("Task_ReviewReturn", Map.of("dispatchResult", result));

        assertThat(openTasks()).containsExactly("Task_SignIn");
        complete("Task_SignIn", Map.of("signedIn", true, "dispatchResult", "SIGNED"));
        assertThat(dispatching).isEnded().hasPassed("EndEvent_SignedIn");
    }

    @Test
    @DisplayName("再次退单的，由局领导指定承办单位")
    void isArbitratedAfterASecondReturn() {
        returned();

        complete("Task_ReviewReturn", Map.of("dispatchResult", "ARBITRATE"));
        complete("Task_ArbitrateDispatch", Map.of("handlingUnit", "brigade"));

        assertThat(openTasks()).containsExactly("Task_SignIn");
    }

    @Test
    @DisplayName("没有单位有权处理的，结束分派")
    void endsWithoutAUnit() {
        ProcessInstance dispatching = returned();

        complete("Task_ReviewReturn", Map.of("dispatchResult", "NO_UNIT"));

        assertThat(dispatching).isEnded().hasPassed("EndEvent_NoUnit");
    }

    private ProcessInstance returned() {
        ProcessInstance dispatching = startCalled("dispatching", "complaint-handling", Map.of());
        complete("Task_ConfirmDispatch");
        complete("Task_SignIn", Map.of("signedIn", false));
        return dispatching;
    }
}
