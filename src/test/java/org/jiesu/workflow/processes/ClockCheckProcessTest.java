package org.jiesu.workflow.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;

import java.time.LocalDateTime;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jiesu.workflow.engine.EngineAccess;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("期限自检")
class ClockCheckProcessTest extends ProcessScenario {

    private static final LocalDateTime NIGHT = LocalDateTime.of(2026, 5, 7, 1, 30);

    @Test
    @DisplayName("到时间才核对，一批接一批，每批各是一个作业，核对完即结束")
    void checksBatchAfterBatchOnTheHappyPath() {
        ProcessInstance check = runtimeService()
                .startProcessInstanceByKey("clock-check", Map.of("nextCheckAt", EngineAccess.date(NIGHT)));
        forwardTo(NIGHT.minusSeconds(1));
        assertThat(check).isWaitingAt("Event_CheckTimeReached");
        forwardTo(NIGHT);
        assertThat(calledFeatures()).as("the batch is a job of its own").isEmpty();

        feature("checkClocks", Map.of("checkFinished", false));
        execute(job());
        assertThat(calledFeatures()).hasSize(1);
        feature("checkClocks", Map.of("checkFinished", true));
        execute(job());

        assertThat(calledFeatures()).containsExactly("Task_CheckClocks", "Task_CheckClocks");
        assertThat(check).isEnded().hasPassed("EndEvent_ClocksChecked");
    }
}
