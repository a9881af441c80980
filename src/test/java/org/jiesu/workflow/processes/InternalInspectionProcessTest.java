package org.jiesu.workflow.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jiesu.cases.CaseKind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("内部监督检查")
class InternalInspectionProcessTest extends ProcessScenario {

    @Test
    @DisplayName("三项都合格，检查即结束")
    void endsWhereNothingIsFoundOnTheHappyPath() {
        ProcessInstance inspection = start("internal-inspection", CaseKind.COMPLAINT);

        complete("Task_InspectCase", Map.of("findingMade", false));

        assertThat(inspection).isEnded().hasPassed("EndEvent_NothingFound");
        assertThat(outcomes(inspection)).isEmpty();
    }

    @Test
    @DisplayName("发现问题的，由承办单位整改")
    void aFindingIsPutRight() {
        ProcessInstance inspection = start("internal-inspection", CaseKind.COMPLAINT);

        complete("Task_InspectCase", Map.of("findingMade", true, "clockRun", 1));
        complete("Task_RectifyFinding");

        assertThat(inspection).isEnded().hasPassed("EndEvent_FindingRectified");
    }
}
