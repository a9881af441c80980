package org.jiesu.workflow.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("告知与奖励")
class ReportClosingProcessTest extends ProcessScenario {

    @Test
    @DisplayName("告知举报人，符合条件的给予奖励（令121第三十六条）")
    void endsWithARewardOnTheHappyPath() {
        ProcessInstance closing = start(true, true);
        complete("Task_FeedBackReporter");

        complete("Task_DecideReward");

        assertThat(closing).isEnded().hasPassed("EndEvent_RewardDecided");
    }

    @Test
    @DisplayName("不符合奖励条件的，告知后结束")
    void endsWithoutAReward() {
        ProcessInstance closing = start(true, false);

        complete("Task_FeedBackReporter");

        assertThat(closing).isEnded().hasPassed("EndEvent_NoReward");
    }

    @Test
    @DisplayName("没有举报人可告知的，不告知")
    void tellsNobodyWhereNobodyIsToBeTold() {
        ProcessInstance closing = start(false, false);

        assertThat(closing).isEnded().hasPassed("EndEvent_NoReward").hasNotPassed("Task_FeedBackReporter");
    }

    private ProcessInstance start(boolean tellReporter, boolean rewardEligible) {
        feature("planFeedback", Map.of("tellReporter", tellReporter, "rewardEligible", rewardEligible));
        ProcessInstance closing =
                startCalled("report-closing", "report-handling", Map.of("filed", true, "decision", "PENALTY"));
        assertThat(calledFeatures()).containsExactly("Task_PlanFeedback");
        return closing;
    }
}
