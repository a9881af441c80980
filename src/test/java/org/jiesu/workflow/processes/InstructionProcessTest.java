package org.jiesu.workflow.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jiesu.cases.CaseKind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("落实批示")
class InstructionProcessTest extends ProcessScenario {

    @Test
    @DisplayName("落实后反馈批示的领导，办件继续")
    void tellsTheLeaderOnTheHappyPath() {
        ProcessInstance instruction = start("instruction", CaseKind.COMPLAINT);
        assertThat(calledFeatures()).isEmpty();

        complete("Task_CarryOutInstruction");

        assertThat(calledFeatures()).containsExactly("Task_TellLeader");
        assertThat(instruction).isEnded().hasPassed("EndEvent_InstructionCarriedOut");
        assertThat(outcomes(instruction)).isEmpty();
    }
}
