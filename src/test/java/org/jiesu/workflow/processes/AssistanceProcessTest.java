package org.jiesu.workflow.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jiesu.cases.CaseKind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("协办")
class AssistanceProcessTest extends ProcessScenario {

    @Test
    @DisplayName("协办单位反馈即结束")
    void endsWithTheAssistanceGivenOnTheHappyPath() {
        ProcessInstance assistance = start("assistance", CaseKind.COMPLAINT);

        complete("Task_AssistUnit");

        assertThat(assistance).isEnded().hasPassed("EndEvent_AssistanceGiven");
        assertThat(outcomes(assistance)).as("the lead's case stays open").isEmpty();
    }

    @Test
    @DisplayName("协办不影响主办单位办理")
    void neverBlocksTheLead() {
        start("assistance", CaseKind.COMPLAINT);
        start("complaint-handling", CaseKind.COMPLAINT);

        complete("Task_DecideAcceptance", Map.of("acceptanceResult", "ACCEPTED"));

        assertThat(openTasks()).containsExactly("Task_AssistUnit", "Task_ConfirmDispatch");
    }
}
