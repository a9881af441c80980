package org.jiesu.workflow.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.jiesu.workflow.processes.SharedEngine.ENGINE;

import java.time.LocalDateTime;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jiesu.workflow.engine.EngineAccess;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("件件有着落检查")
class OrphanCheckProcessTest extends ProcessScenario {

    private static final LocalDateTime FIRST = LocalDateTime.of(2026, 5, 7, 2, 0);

    @Test
    @DisplayName("每晚检查一次，检查后等待下一晚")
    void checksEveryNightOnTheHappyPath() {
        feature("checkOrphans", Map.of("nextCheckAt", EngineAccess.date(FIRST.plusDays(1))));
        ProcessInstance check = ENGINE.getRuntimeService()
                .startProcessInstanceByKey(
                        "orphan-check", Map.of("institution", "feicheng", "nextCheckAt", EngineAccess.date(FIRST)));

        forwardTo(FIRST);

        assertThat(calledFeatures()).containsExactly("Task_CheckOrphans");
        assertThat(dueAt("Event_NightCome")).isEqualTo(FIRST.plusDays(1));
        assertThat(check).isNotEnded();
    }
}
