package org.jiesu.workflow.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jiesu.cases.CaseKind;
import org.jiesu.cases.Outcome;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("咨询办理")
class ConsultationProcessTest extends ProcessScenario {

    @ParameterizedTest
    @EnumSource(names = {"CONSULTATION", "GENERAL"})
    @DisplayName("咨询和一般办件，答复即办结")
    void endsAnsweredOnTheHappyPath(CaseKind kind) {
        ProcessInstance consultation = start("consultation", kind);

        complete("Task_AnswerConsultation");

        assertThat(consultation).isEnded();
        assertThat(outcomes(consultation)).containsExactly(Outcome.ANSWERED);
    }
}
