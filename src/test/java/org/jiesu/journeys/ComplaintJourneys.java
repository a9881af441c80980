package org.jiesu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("投诉从来件到办结")
abstract class ComplaintJourneys extends Journeys {

    @Test
    @DisplayName("全程：核查发现线索，双方同意，调解成功，两级审核答复，回访办结（S0-4.2.1 S0-4.3.4a 令121第十八条、第二十四条、第二十七条）")
    void theFullWay() {
        Letter letter = Letter.complaint().by12345(MONDAY.minusMinutes(30));
        CaseFile file = bureau.receive(letter);
        file.work("centre", "Task_DecideAcceptance");
        assertThat(file.clockState("acceptance")).isEqualTo("MET");
        file.work("centre", "Task_ConfirmDispatch");
        file.work("xincheng-head", "Task_SignIn", "handler", "xincheng");

        file.work(
                "xincheng",
                "Task_InspectSite",
                "inspectionWay",
                "ON_SITE",
                "place",
                "向阳街店内",
                "siteRecord",
                "货架上另有三箱无合格证的电热水壶",
                "clueFound",
                "true",
                "clueFacts",
                "店内销售无合格证的电热水壶",
                "officer1",
                "吕正平",
                "officer1No",
                "鲁J10001",
                "officer2",
                "何秉文",
                "officer2No",
                "鲁J10002");
        CaseFile clue = file.linked().get(0);
        assertThat(clue.detail().path("kind").asText()).isEqualTo("CLUE");
        assertThat(clue.detail().path("handlingUnit").asText()).isEqualTo("xincheng");
        assertThat(clue.detail().has("complainant")).isFalse();
        assertThat(clue.clockState("verification")).isEqualTo("RUNNING");
        assertThat(clue.taskId("xincheng", "Task_Verify")).isPresent();

        file.work("xincheng", "Task_SeekConsent");
        file.work("xincheng", "Task_ScheduleMediation", "mediators", "吕正平、何秉文");
        assertThat(file.papers("xincheng", "MEDIATION_NOTICE")).hasSize(2).anySatisfy(toRespondent -> assertThat(
                        toRespondent)
                .contains(letter.respondent("name"))
                .doesNotContain(letter.complainant("phone"))
                .doesNotContain(letter.complainant("address")));
        file.work(
                "xincheng",
                "Task_HoldMediation",
                "recoveredAmount",
                168,
                "refundWay",
                "ORIGINAL_ROUTE",
                "performanceWay",
                "IMMEDIATE",
                "terms",
                "商行当场退还货款一百六十八元");
        file.work("xincheng", "Task_IssueAgreement");
        assertThat(file.papers("xincheng", "MEDIATION_AGREEMENT"))
                .singleElement()
                .satisfies(paper ->
                        assertThat(paper).contains(letter.respondent("name")).contains("商行当场退还货款一百六十八元"));

        file.work("xincheng", "Task_ReplyComplainant");
        file.work("xincheng-head", "Task_ReviewReply");
        file.work("centre", "Task_ReviewReply");
        assertThat(file.clockState("handling")).isEqualTo("MET");
        assertThat(file.clockState("channelReply")).isEqualTo("MET");
        file.work("centre", "Task_FollowUp");

        assertThat(file.state()).isEqualTo("CLOSED");
        assertThat(file.outcome()).isEqualTo("MEDIATED");
        assertThat(file.detail().path("satisfaction").asText()).isEqualTo("SATISFIED");
        assertThat(clue.state()).as("the clue survives the agreement").isEqualTo("OPEN");
    }
}
