package org.jiesu.workflow.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;

import java.time.LocalDateTime;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jiesu.cases.CaseKind;
import org.jiesu.workflow.engine.EngineAccess;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("催办督办")
class CaseSupervisionProcessTest extends ProcessScenario {

    private static final LocalDateTime FIRST = LocalDateTime.of(2026, 5, 13, 8, 30);
    private static final LocalDateTime SECOND = LocalDateTime.of(2026, 5, 15, 8, 30);

    @Test
    @DisplayName("每到检查点更新亮灯，再等下一个检查点；办件办结即结束")
    void refreshesTheLightsAtEveryCheckpointOnTheHappyPath() {
        clock("nextCheckpointAt", FIRST);
        feature("refreshLights", Map.of("nextCheckpointAt", EngineAccess.date(SECOND)));
        ProcessInstance supervision = start("case-supervision", CaseKind.COMPLAINT);
        assertThat(dueAt("Event_CheckpointReached")).isEqualTo(FIRST);

        forwardTo(FIRST.minusSeconds(1));
        assertThat(calledFeatures()).isEmpty();
        forwardTo(FIRST);

        assertThat(calledFeatures()).containsExactly("Task_RefreshLights");
        assertThat(dueAt("Event_CheckpointReached")).isEqualTo(SECOND);
        assertThat(awaitedMessages()).containsExactly("CaseClosed");
        runtimeService().createMessageCorrelation("CaseClosed").correlate();
        assertThat(supervision).isEnded().hasPassed("EndEvent_SupervisionEnded");
    }

    @Test
    @DisplayName("没有期限在计算的（9999-12-31），一直等待")
    void waitsForEverWhileNoClockRuns() {
        ProcessInstance supervision = start("case-supervision", CaseKind.COMPLAINT);
        assertThat(dueAt("Event_CheckpointReached")).isEqualTo(NEVER);

        forwardTo(RECEIVED.plusYears(100));

        assertThat(calledFeatures()).isEmpty();
        assertThat(supervision).isNotEnded();
    }
}
