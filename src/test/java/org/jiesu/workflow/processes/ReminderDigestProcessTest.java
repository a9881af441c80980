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

@DisplayName("提醒汇总")
class ReminderDigestProcessTest extends ProcessScenario {

    @Test
    @DisplayName("到汇总时间才发送，发送即结束")
    void sendsAtItsTimeOnTheHappyPath() {
        LocalDateTime at = LocalDateTime.of(2026, 5, 13, 8, 45);
        ProcessInstance digest = ENGINE.getRuntimeService()
                .startProcessInstanceByKey(
                        "reminder-digest", Map.of("institution", "feicheng", "digestAt", EngineAccess.date(at)));

        forwardTo(at.minusSeconds(1));
        assertThat(calledFeatures()).isEmpty();
        forwardTo(at);

        assertThat(calledFeatures()).containsExactly("Task_SendDigest");
        assertThat(digest).isEnded().hasPassed("EndEvent_DigestSent");
    }
}
