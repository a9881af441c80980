package org.jiesu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDateTime;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("投诉从来件到办结")
abstract class ComplaintJourneys extends Journeys {

    @Test
    @DisplayName("全程：核查发现线索，双方同意，调解成功，两级审核答复，回访办结（S0-4.2a S0-4.3.2b 令121第十八条、第二十四条、第二十七条）")
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
        file.work("xincheng", "Task_ScheduleMediation", "mediators", "吕正平、何秉文", "appointedTime", "下午三点");
        assertThat(file.papers("xincheng", "MEDIATION_NOTICE")).hasSize(2).anySatisfy(toRespondent -> assertThat(
                        toRespondent)
                .contains(letter.respondent("name"))
                .contains("下午三点")
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
        assertThat(file.clockState("handling"))
                .as("an order of the hotline is approved twice")
                .isEqualTo("RUNNING");
        file.work("centre", "Task_ReviewReply");
        assertThat(file.clockState("handling")).isEqualTo("MET");
        assertThat(file.clockState("channelReply")).isEqualTo("MET");
        file.work("centre", "Task_FollowUp");

        assertThat(file.state()).isEqualTo("CLOSED");
        assertThat(file.outcome()).isEqualTo("MEDIATED");
        assertThat(file.detail().path("satisfaction").asText()).isEqualTo("SATISFIED");
        assertThat(clue.state()).as("the clue survives the agreement").isEqualTo("OPEN");
    }

    @Test
    @DisplayName("分派以前发现的线索：线索核查件先由投诉中心分派，再由承办单位核查（令121第二十七条）")
    void aClueBeforeAnyUnitIsNamed() {
        CaseFile file = bureau.receive(Letter.complaint());
        String number = bureau.post(
                        "centre",
                        "/api/cases/" + file.number() + "/clues",
                        Map.of(
                                "facts",
                                "来电反映该店无证经营",
                                "discoveredOn",
                                bureau.now().toLocalDate().toString()))
                .expect(201)
                .json()
                .path("caseNumber")
                .asText();
        CaseFile clue = new CaseFile(bureau, number);
        assertThat(clue.clockState("verification")).isEqualTo("RUNNING");
        clue.work("centre", "Task_ConfirmDispatch");
        clue.work("xincheng-head", "Task_SignIn", "handler", "xincheng");
        assertThat(clue.taskId("xincheng", "Task_Verify")).isPresent();
    }

    @Test
    @DisplayName("协议条款和履行方式留空：调解书采用调解经过、即时履行，如表单所说")
    void anAgreementInTheWordsOfTheProceedings() {
        CaseFile file = signedIn(Letter.complaint(), false);
        file.work("xincheng", "Task_InspectSite");
        file.work("xincheng", "Task_SeekConsent");
        file.work("xincheng", "Task_ScheduleMediation");
        file.work("xincheng", "Task_HoldMediation", "proceedings", "商行同意三日内上门换新");
        file.work("xincheng", "Task_IssueAgreement");
        assertThat(file.papers("xincheng", "MEDIATION_AGREEMENT"))
                .singleElement()
                .satisfies(paper ->
                        assertThat(paper).contains("自愿达成如下协议：\n商行同意三日内上门换新").contains("履行方式和期限：即时履行"));
    }

    @Test
    @DisplayName("查询：按电话找到，按状态、类型缩小，按页翻看；代码有误400")
    void foundAndNarrowedDown() {
        Letter letter = Letter.complaint();
        CaseFile file = bureau.receive(letter);
        String phone = letter.complainant("phone");
        assertThat(found(Map.of("phone", phone, "state", "OPEN", "kind", "COMPLAINT", "size", 1))
                        .at("/content/0/caseNumber")
                        .asText())
                .isEqualTo(file.number());
        assertThat(found(Map.of("phone", phone, "state", "CLOSED"))
                        .path("total")
                        .asInt())
                .isZero();
        assertThat(found(Map.of("phone", phone, "page", 1, "size", 1)).path("content"))
                .isEmpty();
        assertThat(bureau.post("centre", "/api/cases/search", Map.of("phone", phone, "state", "SOON"))
                        .expect(400)
                        .wrongFields())
                .containsExactly("state");
    }

    private JsonNode found(Map<String, Object> wanted) {
        return bureau.post("centre", "/api/cases/search", wanted).expect(200).json();
    }

    @Test
    @DisplayName("承办人填错：答复列出本单位人员")
    void anUnknownHandler() {
        CaseFile file = accepted(Letter.complaint());
        assertThat(file.detail().has("handlingUnit")).isTrue();
        file.work("centre", "Task_ConfirmDispatch");
        assertThat(file.tryToWork("xincheng-head", "Task_SignIn", "handler", "laocheng")
                        .expect(400)
                        .sentence())
                .contains("承办人")
                .contains("新城市场监管所承办人（xincheng）");
    }

    @Test
    @DisplayName("简易办理：一个电话办成，仍有两次审核和回访（S0-4.3.3）")
    void theQuickWay() {
        CaseFile file = signedIn(Letter.complaint(), true);
        assertThat(file.stage()).isEqualTo("HandleQuick");
        file.work("xincheng", "Task_HandleQuick", "recoveredAmount", 168, "refundWay", "CASH");
        answered(file);
        file.work("centre", "Task_FollowUp");
        assertThat(file.outcome()).isEqualTo("MEDIATED");
        assertThat(file.detail().path("recoveredAmount").asInt()).isEqualTo(168);
        assertThat(file.papers("xincheng", "MEDIATION_RECORD")).hasSize(1);
    }

    @Test
    @DisplayName("简易办理转一般程序：从核查继续")
    void fromTheQuickWayToTheFullOne() {
        CaseFile file = signedIn(Letter.complaint(), true);
        file.work("xincheng", "Task_HandleQuick", "quickOutcome", "TO_FULL");
        assertThat(file.stage()).isEqualTo("InspectSite");
    }

    @Test
    @DisplayName("受理前撤回：办件即结（令121第二十三条）")
    void withdrawnBeforeAcceptance() {
        CaseFile file = bureau.receive(Letter.complaint());
        assertThat(withdraw(file, false)).isEqualTo("ENDING");
        assertThat(file.outcome()).isEqualTo("WITHDRAWN");
        bureau.post("centre", "/api/cases/" + file.number() + "/withdrawal", Map.of("reason", "来电再次要求撤回"))
                .expect(409);
    }

    @ParameterizedTest(name = "和解：{0}")
    @CsvSource({"false, WITHDRAWN", "true, SETTLED"})
    @DisplayName("办理中撤回或者自行和解：终止调解并告知双方（令121第二十三条第一款第（一）项）")
    void givenUpDuringHandling(boolean settled, String outcome) {
        CaseFile file = signedIn(Letter.complaint(), false);
        assertThat(withdraw(file, settled)).isEqualTo("ENDING");
        file.work("xincheng-head", "Task_DecideTermination");
        file.work("xincheng", "Task_ConfirmTerminationNotice");
        assertThat(file.outcome()).isEqualTo(outcome);
        assertThat(file.papers("xincheng", "MEDIATION_TERMINATION_DECISION")).isNotEmpty();
    }

    @Test
    @DisplayName("已有处理结果后撤回：仅作记录")
    void withdrawnAfterTheAgreement() {
        CaseFile file = signedIn(Letter.complaint(), true);
        file.work("xincheng", "Task_HandleQuick");
        assertThat(withdraw(file, false)).isEqualTo("RECORDED");
        assertThat(file.stage()).isEqualTo("ReplyComplainant");
    }

    @Test
    @DisplayName("不予受理：审核不同意退回重办，同意后出具不予受理决定书（令121第十六条）")
    void declined() {
        Letter letter = Letter.complaint();
        CaseFile file = bureau.receive(letter);
        decline(file);
        file.work("centre-head", "Task_ReviewDecline", "declineApproved", "false", "opinion", "请再核实是否为生活消费");
        assertThat(file.stage()).isEqualTo("DecideAcceptance");
        decline(file);
        file.work("centre-head", "Task_ReviewDecline");
        assertThat(file.outcome()).isEqualTo("DECLINED");
        assertThat(file.clockState("acceptance")).isEqualTo("MET");
        assertThat(file.papers("centre", "NON_ACCEPTANCE_DECISION"))
                .singleElement()
                .satisfies(paper ->
                        assertThat(paper).contains(letter.respondent("name")).contains("购买用于经营，不属于生活消费"));
    }

    private static void decline(CaseFile file) {
        file.work(
                "centre",
                "Task_DecideAcceptance",
                "accepted",
                "false",
                "declineGround",
                "ART16_3",
                "reason",
                "购买用于经营，不属于生活消费");
    }

    @Test
    @DisplayName("退回12345后再次派来：同一编号第二轮，原期限保留")
    void returnedToTheChannelAndSentAgain() {
        Letter letter = Letter.complaint().by12345(MONDAY.minusMinutes(30));
        CaseFile file = bureau.receive(letter);
        file.work(
                "centre",
                "Task_DecideAcceptance",
                "accepted",
                "false",
                "returnedToChannel",
                "true",
                "reason",
                "工单载明的地址在外县");
        assertThat(file.outcome()).isEqualTo("RETURNED_TO_CHANNEL");
        assertThat(file.clockState("channelReturn")).isEqualTo("MET");

        bureau.moveTo(MONDAY.plusDays(1));
        var again = bureau.register(letter.dispatchedAt(MONDAY.plusDays(1).minusMinutes(10)))
                .expect(200)
                .json();
        assertThat(again.path("cases").path(0).path("caseNumber").asText()).isEqualTo(file.number());
        assertThat(again.path("supplementId").asText()).isNotEmpty();
        assertThat(file.state()).isEqualTo("OPEN");
        assertThat(file.detail().path("round").asInt()).isEqualTo(2);
        assertThat(file.stage()).isEqualTo("ConfirmDispatch");
        assertThat(file.clock("channelReply").orElseThrow().path("run").asInt()).isEqualTo(2);
    }

    @Test
    @DisplayName("催单计数；办结后重办开第二轮；撤单即撤回")
    void whatTheChannelAsksLater() {
        Letter letter = Letter.complaint().by12345(MONDAY.minusMinutes(30));
        CaseFile file = signedIn(letter, true);
        bureau.register(letter.with("event", "URGE")).expect(200);
        assertThat(file.detail().path("urges").asInt()).isEqualTo(1);
        file.work("xincheng", "Task_HandleQuick");
        answered(file);
        file.work("centre", "Task_FollowUp");
        assertThat(file.state()).isEqualTo("CLOSED");

        bureau.register(letter.with("event", "REDO")).expect(200);
        assertThat(file.state()).isEqualTo("OPEN");
        assertThat(file.detail().path("round").asInt()).isEqualTo(2);
        file.work("centre", "Task_ConfirmDispatch");
        file.work("xincheng-head", "Task_SignIn");

        Letter other = Letter.complaint().by12345(MONDAY.minusMinutes(30));
        CaseFile cancelled = bureau.receive(other);
        bureau.register(other.with("event", "CANCEL")).expect(200);
        assertThat(cancelled.outcome()).isEqualTo("WITHDRAWN");
    }

    @Test
    @DisplayName("同号同内容再来：同一答复；内容不同：留作补充来件，不另立办件")
    void theSameNumberAgain() {
        Letter letter = Letter.complaint().by12345(MONDAY.minusMinutes(30));
        CaseFile file = bureau.receive(letter);
        var same = bureau.register(letter).expect(200).json();
        assertThat(same.path("cases").path(0).path("caseNumber").asText()).isEqualTo(file.number());
        assertThat(same.has("supplementId")).isFalse();
        Letter atNight = Letter.complaint().by12345(MONDAY.minusMinutes(30));
        bureau.moveTo(MONDAY.withHour(22));
        var first = bureau.register(atNight).expect(201).json();
        assertThat(first.path("autoReply").asText()).contains("非工作时间");
        assertThat(bureau.register(atNight).expect(200).json()).isEqualTo(first);
        var more = bureau.register(letter.with("content", "补充：店家已将同批次水壶下架。"))
                .expect(200)
                .json();
        assertThat(more.path("supplementId").asText()).isNotEmpty();
        assertThat(file.journal()).hasSizeGreaterThan(1);
    }

    @Test
    @DisplayName("两次退单后由局领导指定承办单位，该单位不得再退（S0-4.1c S0-4.1d）")
    void returnedTwiceThenArbitrated() {
        CaseFile file = accepted(Letter.complaint());
        file.work("centre", "Task_ConfirmDispatch");
        giveBack(file, "xincheng-head").expect(204);
        file.work("centre-head", "Task_ReviewReturn", "handlingUnit", "laocheng");
        giveBack(file, "laocheng-head").expect(204);
        file.work("centre-head", "Task_ReviewReturn", "handlingUnit", "yiyang");
        file.work("leader", "Task_ArbitrateDispatch", "handlingUnit", "yiyang");
        var refused = giveBack(file, "yiyang-head").expect(400);
        assertThat(refused.sentence()).containsPattern("[\\u4e00-\\u9fff]");
        file.work("yiyang-head", "Task_SignIn", "handler", "yiyang");
        assertThat(file.detail().path("handlingUnit").asText()).isEqualTo("yiyang");
        assertThat(file.stage()).isEqualTo("InspectSite");
    }

    @Test
    @DisplayName("退单获准的，原单位未办的阶段性答复和督办回复随办件转给改派的单位（S0-4.1c）")
    void whatAUnitLeavesOpenGoesWithTheCase() {
        CaseFile file = accepted(Letter.complaint());
        file.work("centre", "Task_ConfirmDispatch");
        bureau.moveTo(file.due("handling").toLocalDate().atTime(8, 31));
        assertThat(file.taskId("xincheng", "Task_SendInterimReply")).isPresent();
        assertThat(file.taskId("xincheng-head", "Task_AnswerSupervision")).isPresent();
        giveBack(file, "xincheng-head").expect(204);
        file.work("centre-head", "Task_ReviewReturn", "handlingUnit", "laocheng");
        assertThat(file.tasks("xincheng")).isEmpty();
        assertThat(file.tasks("xincheng-head")).isEmpty();
        file.work("laocheng", "Task_SendInterimReply");
        file.work("laocheng-head", "Task_AnswerSupervision");
    }

    private static Bureau.Answer giveBack(CaseFile file, String head) {
        return file.tryToWork(
                head, "Task_SignIn", "signedIn", "false", "returnReason", "NOT_OUR_DUTY", "returnText", "商行注册在其他镇街");
    }

    @Test
    @DisplayName("回访不满意：再办、再访，仍不满意由中心主任认定（S0-7.1）")
    void dissatisfied() {
        CaseFile file = signedIn(Letter.complaint(), true);
        file.work("xincheng", "Task_HandleQuick");
        answered(file);
        dissatisfiedCall(file);
        file.work("xincheng", "Task_ReworkDissatisfied");
        dissatisfiedCall(file);
        file.work("centre-head", "Task_DecideRework", "rework", "true");
        file.work("xincheng", "Task_ReworkDissatisfied");
        dissatisfiedCall(file);
        file.work("centre-head", "Task_DecideRework", "rework", "false");
        assertThat(file.outcome()).isEqualTo("MEDIATED");
        assertThat(file.detail().path("satisfaction").asText()).isEqualTo("DISSATISFIED");
    }

    @Test
    @DisplayName("回访三次、分两天联系不上：办结，满意度记未联系上")
    void neverReached() {
        CaseFile file = signedIn(Letter.complaint(), true);
        file.work("xincheng", "Task_HandleQuick");
        answered(file);
        for (int call = 0; call < 2; call++) {
            file.work("centre", "Task_FollowUp", "contacted", "false", "satisfaction", "NOT_REACHED");
            assertThat(file.stage()).isEqualTo("FollowUp");
        }
        bureau.moveTo(MONDAY.plusDays(1));
        file.work("centre", "Task_FollowUp", "contacted", "false", "satisfaction", "NOT_REACHED");
        assertThat(file.outcome()).isEqualTo("MEDIATED");
        assertThat(file.detail().path("satisfaction").asText()).isEqualTo("NOT_REACHED");
    }

    private static void dissatisfiedCall(CaseFile file) {
        file.work("centre", "Task_FollowUp", "satisfaction", "DISSATISFIED", "dissatisfiedReason", "退款尚未到账");
    }

    @Test
    @DisplayName("2026-12-24收到：受理期限跨入未公布节假日的2027年，标暂定")
    void aProvisionalDate() {
        bureau.itIs(LocalDateTime.of(2026, 12, 24, 9, 0));
        CaseFile file = bureau.receive(Letter.complaint());
        assertThat(file.clock("acceptance").orElseThrow().path("provisional").asBoolean())
                .isTrue();
        assertThat(file.detail().path("provisional").asBoolean()).isTrue();
    }

    @Test
    @DisplayName("凭查询码看进度：只有环节和日期，没有任何人名")
    void publicProgress() {
        Letter letter = Letter.complaint();
        var receipt = bureau.register(letter).expect(201).json();
        CaseFile file = new CaseFile(
                bureau, receipt.path("cases").path(0).path("caseNumber").asText());
        file.work("centre", "Task_DecideAcceptance");
        String progress = bureau.getPublic(
                        "/api/public/progress", receipt.path("receiptCode").asText())
                .expect(200)
                .text();
        assertThat(progress).contains(file.number()).contains("acceptedAt");
        assertThat(progress)
                .doesNotContain(letter.complainant("name"))
                .doesNotContain(letter.complainant("phone"))
                .doesNotContain(letter.respondent("name"))
                .doesNotContain(letter.body().path("subject").asText());
        bureau.getPublic("/api/public/progress", "WRONGWRONGWRONGW").expect(404);
    }

    private CaseFile accepted(Letter letter) {
        CaseFile file = bureau.receive(letter);
        file.work("centre", "Task_DecideAcceptance");
        return file;
    }

    private CaseFile signedIn(Letter letter, boolean quick) {
        CaseFile file = accepted(letter);
        file.work("centre", "Task_ConfirmDispatch");
        file.work("xincheng-head", "Task_SignIn", "handler", "xincheng", "quick", String.valueOf(quick));
        return file;
    }

    /** The reply is written and approved: by the unit head, and for orders of the hotline by the centre too. */
    private static void answered(CaseFile file) {
        file.work("xincheng", "Task_ReplyComplainant");
        file.work("xincheng-head", "Task_ReviewReply");
        if (file.taskId("centre", "Task_ReviewReply").isPresent()) {
            file.work("centre", "Task_ReviewReply");
        }
    }

    private String withdraw(CaseFile file, boolean settled) {
        return bureau.post(
                        "centre",
                        "/api/cases/" + file.number() + "/withdrawal",
                        Map.of("reason", "投诉人来电要求撤回", "settled", settled))
                .expect(200)
                .json()
                .path("effect")
                .asText();
    }
}
