package org.jiesu.workflow.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jiesu.cases.CaseKind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("回复督办通知单")
class SupervisionAnswerProcessTest extends ProcessScenario {

    @Test
    @DisplayName("单位回复后结束，办件继续")
    void endsWithTheAnswerOnTheHappyPath() {
        ProcessInstance answer = start("supervision-answer", CaseKind.COMPLAINT);

        complete("Task_AnswerSupervision");

        assertThat(answer).isEnded().hasPassed("EndEvent_SupervisionAnswered");
        assertThat(outcomes(answer)).isEmpty();
    }
}
