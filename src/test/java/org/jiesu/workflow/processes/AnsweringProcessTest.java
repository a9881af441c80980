package org.jiesu.workflow.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("答复回访")
class AnsweringProcessTest extends ProcessScenario {

    @Test
    @DisplayName("拟写、审核、发出答复，回访满意即完成（令121第二十六条）")
    void endsFollowedUpOnTheHappyPath() {
        ProcessInstance answering = start();
        complete("Task_ReplyComplainant", Map.of("replyReviews", 1));
        assertThat(calledFeatures()).as("nothing is sent before the review").isEmpty();
        complete("Task_ReviewReply", Map.of("replyApproved", true));
        assertThat(calledFeatures()).containsExactly("Task_SendReply");

        complete("Task_FollowUp", Map.of("followUpResult", "DONE"));

        assertThat(answering).isEnded().hasPassed("EndEvent_FollowedUp");
    }

    @Test
    @DisplayName("不需要回访的，答复发出即完成")
    void endsAnsweredWithoutFollowUp() {
        ProcessInstance answering = start();
        feature("sendReply", Map.of("followUpRequired", false));
        complete("Task_ReplyComplainant", Map.of("replyReviews", 1));

        complete("Task_ReviewReply", Map.of("replyApproved", true));

        assertThat(answering).isEnded().hasPassed("EndEvent_Answered");
    }

    @Test
    @DisplayName("渠道转办的，承办单位审核后投诉中心再审核")
    void isReviewedTwiceForAChannel() {
        start();
        complete("Task_ReplyComplainant", Map.of("replyReviews", 2));
        complete("Task_ReviewReply", Map.of("replyApproved", true));
        assertThat(openTasks()).containsExactly("Task_ReviewReply");
        assertThat(calledFeatures()).isEmpty();

        complete("Task_ReviewReply", Map.of("replyApproved", true));

        assertThat(openTasks()).containsExactly("Task_FollowUp");
    }

    @Test
    @DisplayName("第一级审核不同意的，不再送第二级，退回重写")
    void isWrittenAgainWhenTheFirstReviewRefuses() {
        start();
        complete("Task_ReplyComplainant", Map.of("replyReviews", 2));

        complete("Task_ReviewReply", Map.of("replyApproved", false));

        assertThat(openTasks()).containsExactly("Task_ReplyComplainant");
        complete("Task_ReplyComplainant", Map.of("replyReviews", 2));
        complete("Task_ReviewReply", Map.of("replyApproved", true));
        assertThat(openTasks()).as("the second level is asked anew").containsExactly("Task_ReviewReply");
    }

    @Test
    @DisplayName("第二级审核不同意的，退回重写")
    void isWrittenAgainWhenTheSecondReviewRefuses() {
        start();
        complete("Task_ReplyComplainant", Map.of("replyReviews", 2));
        complete("Task_ReviewReply", Map.of("replyApproved", true));

        complete("Task_ReviewReply", Map.of("replyApproved", false));

        assertThat(openTasks()).containsExactly("Task_ReplyComplainant");
        assertThat(calledFeatures()).isEmpty();
    }

    @Test
    @DisplayName("未联系上的，再次回访")
    void followsUpAgainWhenNobodyAnswers() {
        replied();

        complete("Task_FollowUp", Map.of("followUpResult", "AGAIN"));

        assertThat(openTasks()).containsExactly("Task_FollowUp");
    }

    @Test
    @DisplayName("不满意的由承办单位再处理，仍不满意的由投诉中心主任认定办结")
    void isRecognizedAsDoneAfterOneRework() {
        ProcessInstance answering = stillDissatisfied();

        complete("Task_DecideRework", Map.of("rework", false));

        assertThat(answering).isEnded().hasPassed("EndEvent_RecognizedDone");
    }

    @Test
    @DisplayName("处理确有不当的，交承办单位再办")
    void isReworkedOnceMore() {
        stillDissatisfied();

        complete("Task_DecideRework", Map.of("rework", true));

        assertThat(openTasks()).containsExactly("Task_ReworkDissatisfied");
    }

    private ProcessInstance start() {
        feature("sendReply", Map.of("followUpRequired", true));
        return startCalled("answering", "complaint-handling", Map.of());
    }

    private ProcessInstance replied() {
        ProcessInstance answering = start();
        complete("Task_ReplyComplainant", Map.of("replyReviews", 1));
        complete("Task_ReviewReply", Map.of("replyApproved", true));
        return answering;
    }

    private ProcessInstance stillDissatisfied() {
        ProcessInstance answering = replied();
        complete("Task_FollowUp", Map.of("followUpResult", "REWORK"));
        complete("Task_ReworkDissatisfied");
        complete("Task_FollowUp", Map.of("followUpResult", "DECIDE"));
        assertThat(openTasks()).containsExactly("Task_DecideRework");
        return answering;
    }
}
