package org.jiesu.workflow.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jiesu.cases.CaseKind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("延期审批")
class ExtensionProcessTest extends ProcessScenario {

    @Test
    @DisplayName("先制作审批表，批准后期限延长，告知投诉人的登记凭证（S0-4.3.4d）")
    void tellsTheClaimantOnTheHappyPath() {
        feature("notifyExtensionDecision", Map.of("tellClaimant", true));
        ProcessInstance extension = start("extension", CaseKind.COMPLAINT);
        assertThat(calledFeatures()).containsExactly("Task_IssueExtensionForm");

        complete("Task_ApproveExtension", Map.of("approved", true));

        assertThat(calledFeatures()).containsExactly("Task_IssueExtensionForm", "Task_NotifyExtensionDecision");
        complete("Task_TellExtension");
        assertThat(extension).isEnded().hasPassed("EndEvent_Extended");
    }

    @Test
    @DisplayName("该期限的规则没有要求告知的，批准后即结束")
    void tellsNobodyWhereTheRowDoesNotAskForIt() {
        feature("notifyExtensionDecision", Map.of("tellClaimant", false));
        ProcessInstance extension = start("extension", CaseKind.REPORT);

        complete("Task_ApproveExtension", Map.of("approved", true));

        assertThat(extension).isEnded().hasPassed("EndEvent_ExtendedUntold");
    }

    @Test
    @DisplayName("不同意的期限照旧，结果也要告知")
    void leavesTheClockWhereRefused() {
        ProcessInstance extension = start("extension", CaseKind.REPORT);

        complete("Task_ApproveExtension", Map.of("approved", false));

        assertThat(extension).isEnded().hasPassed("EndEvent_NotExtended", "Task_NotifyExtensionDecision");
    }
}
