package org.jiesu.workflow.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("终止调解")
class TerminationProcessTest extends ProcessScenario {

    @Test
    @DisplayName("由人决定终止，制发决定书，再告知双方（令121第二十三条）")
    void endsWithBothSidesToldOnTheHappyPath() {
        ProcessInstance termination = startCalled("termination", "complaint-handling", Map.of());
        assertThat(openTasks()).containsExactly("Task_DecideTermination");
        assertThat(calledFeatures())
                .as("nothing is issued before a human has decided")
                .isEmpty();

        complete("Task_DecideTermination");
        assertThat(calledFeatures()).containsExactly("Task_IssueTermination");
        complete("Task_ConfirmTerminationNotice");

        assertThat(termination).isEnded().hasPassed("EndEvent_BothNotified");
    }
}
