package org.jiesu.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jiesu.journeys.Bureau.Answer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Cases begin on Monday 2026-11-09. {@code xincheng} handles them; nobody else may touch their clocks. */
@DisplayName("期限扣除、恢复、延长和逐日说明")
abstract class PauseAndExtensionJourneys extends Journeys {

    private static final String TODAY = "2026-11-09";

    @Test
    @DisplayName("检测期间核查立案期限不计，任务不再到期；恢复后剩余的日子接着算（程序规定第十八条 令121-22）")
    void pausesAndResumes() {
        CaseFile file = underVerification();
        assertThat(file.due("verification").toLocalDate()).isEqualTo("2026-11-30");
        assertThat(file.dueOf("xincheng", "Task_Verify").toLocalDate()).isEqualTo("2026-11-25");
        assertThat(card(file, "xincheng", "Task_Verify").path("clockDueAt").asText())
                .as("the light on the card is that of the clock")
                .startsWith("2026-11-30");

        bureau.moveTo(MONDAY.plusDays(3));
        JsonNode paused =
                pause(file, "verification", "2026-11-11", "TESTING").expect(200).json();
        assertThat(paused.path("state").asText()).isEqualTo("PAUSED");
        assertThat(paused.path("light").asText()).isEqualTo("PAUSED");
        assertThat(paused.path("lightLabel").asText()).isEqualTo("期限扣除中");
        assertThat(paused.has("dueAt")).isFalse();
        assertThat(paused.path("remaining").asInt())
                .as("one of fifteen has counted")
                .isEqualTo(14);
        assertThat(paused.at("/pauses/0/groundName").asText()).isEqualTo("检测");
        assertThat(paused.at("/pauses/0/from").asText()).isEqualTo("2026-11-11");
        assertThat(file.tasks("xincheng").get(0).path("due").isNull()).isTrue();
        assertThat(card(file, "xincheng", "Task_Verify").path("lightLabel").asText())
                .isEqualTo("期限扣除中");

        bureau.moveTo(LocalDateTime.of(2026, 12, 3, 9, 0));
        assertThat(file.clockState("verification"))
                .as("its last day passed while it stood still")
                .isEqualTo("PAUSED");
        resume(file, "verification", "2026-12-02").expect(200);
        assertThat(file.due("verification").toLocalDate()).isEqualTo("2026-12-21");
        assertThat(file.dueOf("xincheng", "Task_Verify").toLocalDate()).isEqualTo("2026-12-16");
        assertThat(file.journal()).contains("期限扣除", "恢复计算");

        pause(file, "verification", "2026-12-02", "APPRAISAL").expect(200);
        pause(file, "verification", "2026-12-03", "TESTING").expect(200);
        resume(file, "verification", "2026-12-03", "APPRAISAL").expect(200);
        assertThat(file.clockState("verification")).as("testing goes on").isEqualTo("PAUSED");
        resume(file, "verification", "2026-12-03").expect(200);
        assertThat(file.due("verification").toLocalDate())
                .as("one more working day")
                .isEqualTo("2026-12-22");
    }

    private JsonNode card(CaseFile file, String user, String task) {
        return bureau.get(user, "/api/tasks/" + file.taskId(user, task).orElseThrow())
                .expect(200)
                .json();
    }

    @Test
    @DisplayName("回避中止可以配置：调解期限的规则加上这一事由，申请回避至决定回避的时间才不计入（令121-21）")
    void aRecusalPausesWhereTheRowSaysSo() {
        CaseFile usual = recusalAsked();
        assertThat(usual.clockState("mediation")).isEqualTo("RUNNING");

        whileClocksSay("Mediation_Order121_Pausable", "APPRAISAL,TESTING", "APPRAISAL,TESTING,RECUSAL", () -> {
            CaseFile file = recusalAsked();
            assertThat(file.clockState("mediation")).isEqualTo("PAUSED");
            assertThat(file.clockState("statutoryMediation")).isEqualTo("RUNNING");
            file.work("xincheng-head", "Task_DecideRecusal", "recused", "false");
            assertThat(file.clockState("mediation")).isEqualTo("RUNNING");
            assertThat(file.journal()).contains("期限扣除", "恢复计算");
        });
    }

    @Test
    @DisplayName("无权的、填错的、规则不许的、届满后的扣除一律拒绝，什么都不改")
    void refusesPauses() {
        CaseFile file = underVerification();
        LocalDateTime due = file.due("verification");
        Map<String, Object> right = Map.of("from", TODAY, "ground", "TESTING", "reason", "送检单03号");
        String path = "/api/cases/" + file.number() + "/clocks/";
        bureau.post("laocheng", path + "verification/pauses", right).expect(404);
        bureau.post("xincheng", path + "statement/pauses", right).expect(404);
        for (String reader : List.of("xincheng-head", "centre", "supervisor", "leader")) {
            bureau.post(reader, path + "verification/pauses", right).expect(403);
            bureau.post(reader, path + "verification/resumption", Map.of("on", TODAY))
                    .expect(403);
        }
        Answer blank =
                bureau.post("xincheng", path + "verification/pauses", Map.of()).expect(400);
        assertThat(blank.wrongFields()).containsExactly("from", "ground", "reason");
        assertThat(blank.text()).as("a clerk reads no code").doesNotContain("TESTING");
        assertThat(pause(file, "verification", "2026-11-10", "TESTING")
                        .expect(400)
                        .wrongFields())
                .containsExactly("from");
        Map<String, Object> foreignProof = new HashMap<>(right);
        foreignProof.put("attachmentId", "nowhere");
        assertThat(bureau.post("xincheng", path + "verification/pauses", foreignProof)
                        .expect(400)
                        .wrongFields())
                .containsExactly("attachmentId");

        assertThat(pause(file, "verification", TODAY, "HEARING").expect(409).sentence())
                .contains("听证", "检测");
        assertThat(pause(file, "verification", TODAY, "RECUSAL").expect(409).sentence())
                .contains("回避中止");
        assertThat(pause(file, "verification", "2026-11-06", "TESTING")
                        .expect(409)
                        .sentence())
                .contains("起算日");
        resume(file, "verification", TODAY).expect(409);
        pause(file, "verification", TODAY, "TESTING").expect(200);
        pause(file, "verification", TODAY, "TESTING").expect(409);
        resume(file, "verification", "2026-11-08").expect(409);
        resume(file, "verification", TODAY).expect(200);
        assertThat(file.due("verification")).isEqualTo(due);

        bureau.moveTo(due.plusSeconds(1));
        assertThat(pause(file, "verification", "2026-11-20", "TESTING")
                        .expect(409)
                        .sentence())
                .contains("届满");
        assertThat(file.journal().stream().filter("期限扣除"::equals)).hasSize(1);
    }

    @Test
    @DisplayName("办理答复期限经中心主任批准延长五个工作日：申请、审批表、期限和任务、告知（S0-5.1b）")
    void extendsAPeriod() {
        CaseFile file = underInspection();
        assertThat(file.due("handling").toLocalDate()).isEqualTo("2026-11-18");

        JsonNode requested = extend(file, "handling", 5).expect(202).json();
        assertThat(requested.path("newDueAt").asText()).startsWith("2026-11-25T23:59:59");
        assertThat(requested.path("stateName").asText()).isEqualTo("待审批");
        assertThat(file.due("handling").toLocalDate())
                .as("nothing moves before")
                .isEqualTo("2026-11-18");
        assertThat(extend(file, "handling", 3).expect(409).sentence()).contains("已有待审批");
        assertThat(file.papers("centre", "EXTENSION_APPROVAL")).singleElement().satisfies(form -> assertThat(form)
                .contains("☐同意延期", "2026年11月18日", "2026年11月25日", "商家账目仍在核对"));
        assertThat(file.taskId("leader", "Task_ApproveExtension")).isEmpty();
        assertThat(file.taskId("xincheng", "Task_ApproveExtension")).isEmpty();

        file.work("centre-head", "Task_ApproveExtension", "approved", "true", "opinion", "同意，抓紧办结");
        assertThat(file.due("handling").toLocalDate()).isEqualTo("2026-11-25");
        assertThat(file.clock("handling").orElseThrow().path("extendedBy").asInt())
                .isEqualTo(5);
        assertThat(file.papers("centre", "EXTENSION_APPROVAL"))
                .hasSize(2)
                .last()
                .satisfies(form -> assertThat(form).contains("☑同意延期", "同意，抓紧办结"));
        assertThat(file.journal()).contains("延期申请", "延期审批");
        assertThat(noticesOf(file, "EXTENSION")).containsExactlyInAnyOrder("HANDLER", "CENTRE", "CLAIMANT");
        assertThat(file.stage()).as("telling is not where the case stands").isEqualTo("InspectSite");
        assertThat(file.tryToWork("xincheng", "Task_TellExtension", "feedbackOn", "2026-11-10")
                        .expect(400)
                        .sentence())
                .contains("“告知日期”不能晚于今天");
        file.work("xincheng", "Task_TellExtension", "feedbackWay", "PHONE", "feedbackProof", "11月9日15时通话");
        JsonNode told = notices(file, "EXTENSION").stream()
                .filter(notice -> notice.path("recipient").asText().equals("CLAIMANT"))
                .findFirst()
                .orElseThrow();
        assertThat(told.path("way").asText()).isEqualTo("PHONE");
        assertThat(told.path("toldOn").asText()).isEqualTo(TODAY);
        assertThat(told.path("toldBy").asText()).isEqualTo("xincheng");
        assertThat(file.journal()).contains("告知延期");
        assertThat(extend(file, "handling", 1).expect(409).sentence())
                .as("once only")
                .contains("已经用完");
    }

    @Test
    @DisplayName("扣除中的期限也可以延长；受法定调解期限约束的，届满日未定时不能延长")
    void extendsWhilePaused() {
        CaseFile file = underInspection();
        pause(file, "handling", TODAY, "TESTING").expect(200);
        JsonNode requested = extend(file, "handling", 5).expect(202).json();
        assertThat(requested.has("newDueAt")).isFalse();
        file.work("centre-head", "Task_ApproveExtension");
        assertThat(file.papers("centre", "EXTENSION_APPROVAL").get(1)).contains("☑同意延期", "期限扣除中");

        bureau.moveTo(MONDAY.plusDays(2));
        resume(file, "handling", "2026-11-11").expect(200);
        assertThat(file.due("handling").toLocalDate())
                .as("one working day was paused, five were added")
                .isEqualTo("2026-11-26");

        pause(file, "mediation", "2026-11-11", "TESTING").expect(200);
        assertThat(extend(file, "mediation", 1).expect(409).sentence()).contains("不能确定不超过“法定调解期限”");
    }

    @Test
    @DisplayName("超过上限、超过法定调解期限、届满后的延期申请：拒绝，但留下记录（制度四.3(4) 令121第二十三条）")
    void refusesExtensionsOnTheRecord() {
        CaseFile file = underInspection();
        String path = "/api/cases/" + file.number() + "/clocks/";
        Map<String, Object> right = Map.of("amount", 1, "reason", "账目复杂");
        bureau.post("laocheng", path + "handling/extensions", right).expect(404);
        bureau.post("xincheng-head", path + "handling/extensions", right).expect(403);
        assertThat(bureau.post("xincheng", path + "handling/extensions", Map.of("amount", 0))
                        .expect(400)
                        .wrongFields())
                .containsExactly("amount", "reason");
        assertThat(refusedOnRecord(file)).isEmpty();

        assertThat(extend(file, "handling", 6).expect(409).sentence()).contains("最多还能延长5个工作日");
        assertThat(extend(file, "mediation", 1).expect(409).sentence()).contains("法定调解期限");
        assertThat(extend(file, "statutoryMediation", 1).expect(409).sentence()).contains("不得延长");
        bureau.moveTo(file.due("handling").plusSeconds(1));
        assertThat(extend(file, "handling", 1).expect(409).sentence()).contains("届满后不能延长");

        assertThat(refusedOnRecord(file)).hasSize(4).last().asString().contains("办理答复", "届满后不能延长");
        assertThat(file.taskId("centre-head", "Task_ApproveExtension")).isEmpty();
    }

    @Test
    @DisplayName("届满前未批准的，届满后不能再批准；不同意须说明理由")
    void approvesOnlyInTime() {
        CaseFile file = underInspection();
        LocalDateTime due = file.due("handling");
        extend(file, "handling", 5).expect(202);
        bureau.moveTo(due.plusSeconds(1));

        assertThat(file.tryToWork("centre-head", "Task_ApproveExtension", "approved", "true")
                        .expect(400)
                        .sentence())
                .contains("届满后不能延长");
        file.tryToWork("centre-head", "Task_ApproveExtension", "approved", "false")
                .expect(400);
        file.work("centre-head", "Task_ApproveExtension", "approved", "false", "opinion", "应在原期限内答复");
        assertThat(file.due("handling")).isEqualTo(due);
        assertThat(noticesOf(file, "EXTENSION_REFUSED")).containsExactlyInAnyOrder("HANDLER", "CENTRE");
    }

    @Test
    @DisplayName("申请人不能审批自己的申请，由其他有权的人审批")
    void nobodyApprovesTheirOwnRequest() {
        CaseFile file = bureau.receive(Letter.complaint());
        file.work("centre", "Task_DecideAcceptance");
        file.work("centre", "Task_ConfirmDispatch", "handlingUnit", "centre", "changeReason", "由投诉中心直接办理");
        file.work("centre-head", "Task_SignIn", "handler", "centre-head");
        LocalDateTime due = file.due("handling");
        bureau.post(
                        "centre-head",
                        "/api/cases/" + file.number() + "/clocks/handling/extensions",
                        Map.of("amount", 5, "reason", "商家账目仍在核对，需要再约双方"))
                .expect(202);

        for (String approved : List.of("true", "false")) {
            assertThat(file.tryToWork("centre-head", "Task_ApproveExtension", "approved", approved, "opinion", "同意")
                            .expect(400)
                            .sentence())
                    .contains("不能审批自己提出的延期申请");
        }
        assertThat(file.due("handling")).isEqualTo(due);
    }

    @Test
    @DisplayName("期限先结束的，申请随之终止，任务消失")
    void theClockEndsBeforeTheDecision() {
        CaseFile file = underVerification();
        extend(file, "verification", 15).expect(202);
        assertThat(file.taskId("leader", "Task_ApproveExtension")).isPresent();
        assertThat(file.taskId("director", "Task_ApproveExtension")).isPresent();

        file.work("xincheng", "Task_Verify");
        file.work("xincheng", "Task_ProposeFiling", "filingProposed", "false", "nonFilingGround", "NO_VIOLATION");
        file.work("leader", "Task_ApproveFiling", "filed", "false");
        assertThat(file.taskId("leader", "Task_ApproveExtension")).isEmpty();
        assertThat(file.clock("verification")
                        .orElseThrow()
                        .at("/extensions/0/state")
                        .asText())
                .isEqualTo("LAPSED");
    }

    @Test
    @DisplayName("签收前由投诉中心申请；办件办结的，待审批的延期一并结束")
    void theCaseClosesBeforeTheDecision() {
        CaseFile file = bureau.receive(Letter.complaint().by12345(MONDAY.minusMinutes(30)));
        String path = "/api/cases/" + file.number();
        bureau.post("centre", path + "/clocks/channelReply/extensions", Map.of("amount", 10, "reason", "须向平台调取交易记录"))
                .expect(202);
        assertThat(file.taskId("centre-head", "Task_ApproveExtension")).isPresent();

        bureau.post("centre", path + "/withdrawal", Map.of("reason", "来电撤回")).expect(200);
        assertThat(file.outcome()).isEqualTo("WITHDRAWN");
        assertThat(file.tasks("centre-head")).isEmpty();
        assertThat(file.clock("channelReply")
                        .orElseThrow()
                        .at("/extensions/0/stateName")
                        .asText())
                .isEqualTo("已终止");
        bureau.post("centre", path + "/clocks/channelReply/extensions", Map.of("amount", 1, "reason", "再等一天"))
                .expect(409);
    }

    @Test
    @DisplayName("立案后九十日，延长三十日之后再延长须经集体讨论（程序规定第六十四条）")
    void extendsFurtherByACollectiveDecision() {
        CaseFile file = underVerification();
        file.work("xincheng", "Task_Verify");
        file.work("xincheng", "Task_ProposeFiling");
        file.work("leader", "Task_ApproveFiling");
        LocalDate ninetieth = file.due("statutoryDecision").toLocalDate();
        assertThat(extend(file, "statutoryDecision", 31).expect(409).sentence()).contains("30日");
        extend(file, "statutoryDecision", 30).expect(202);
        file.work("leader", "Task_ApproveExtension");
        assertThat(file.due("statutoryDecision").toLocalDate()).isEqualTo(ninetieth.plusDays(30));

        assertThat(extend(file, "statutoryDecision", 60)
                        .expect(202)
                        .json()
                        .path("collective")
                        .asBoolean())
                .isTrue();
        assertThat(file.tryToWork("director", "Task_ApproveExtension", "opinion", "同意")
                        .expect(400)
                        .sentence())
                .contains("集体讨论日期");
        file.work("director", "Task_ApproveExtension", "opinion", "集体讨论决定再延长六十日", "collectiveOn", TODAY);
        assertThat(file.due("statutoryDecision").toLocalDate()).isEqualTo(ninetieth.plusDays(90));
        assertThat(file.papers("xincheng", "EXTENSION_APPROVAL"))
                .as("two forms, each before and after its decision")
                .hasSize(4);
    }

    @Test
    @DisplayName("为什么是这一天：逐日说明，扣除的事由、延长的日子、日历版本、依据")
    void explainsADate() {
        CaseFile file = underInspection();
        pause(file, "handling", TODAY, "TESTING").expect(200);
        bureau.moveTo(MONDAY.plusDays(2));
        resume(file, "handling", "2026-11-11").expect(200);
        extend(file, "handling", 2).expect(202);
        file.work("centre-head", "Task_ApproveExtension");

        JsonNode why = bureau.get("xincheng", "/api/cases/" + file.number() + "/clocks/handling/explanation")
                .expect(200)
                .json();
        assertThat(why.path("dueAt").asText()).startsWith("2026-11-23");
        assertThat(why.path("calendarVersion").asText()).isNotEmpty();
        assertThat(why.path("basis").asText()).contains("制度");
        assertThat(why.at("/extensions/0/stateName").asText()).isEqualTo("已批准");
        assertThat(StreamSupport.stream(why.path("days").spliterator(), false))
                .extracting(day -> day.path("date").asText(), day -> day.path("reason")
                        .asText())
                .startsWith(tuple("2026-11-09", "当日不计入"), tuple("2026-11-10", "期限扣除（检测）"), tuple("2026-11-11", "工作日"))
                .endsWith(tuple("2026-11-23", "工作日（延长）"));
        bureau.get("laocheng", "/api/cases/" + file.number() + "/clocks/handling/explanation")
                .expect(404);
    }

    private CaseFile underInspection() {
        CaseFile file = bureau.receive(Letter.complaint());
        file.work("centre", "Task_DecideAcceptance");
        file.work("centre", "Task_ConfirmDispatch");
        file.work("xincheng-head", "Task_SignIn", "handler", "xincheng");
        return file;
    }

    private CaseFile recusalAsked() {
        CaseFile file = underInspection();
        file.work("xincheng", "Task_InspectSite");
        file.work("xincheng", "Task_SeekConsent");
        file.work("xincheng", "Task_ScheduleMediation");
        file.work(
                "xincheng",
                "Task_HoldMediation",
                "mediationOutcome",
                "RECUSAL_ASKED",
                "recusalAskedBy",
                "COMPLAINANT",
                "recusalMediator",
                "吕正平");
        return file;
    }

    private CaseFile underVerification() {
        CaseFile file = bureau.receive(Letter.report());
        if (file.stage().equals("DecideReportRoute")) {
            file.work("centre", "Task_DecideReportRoute");
        }
        file.work("centre", "Task_ConfirmDispatch");
        file.work("xincheng-head", "Task_SignIn", "handler", "xincheng");
        return file;
    }

    private Answer pause(CaseFile file, String clock, String from, String ground) {
        return act(file, clock, "pauses", Map.of("from", from, "ground", ground, "reason", "检测委托书第03号，见附件"));
    }

    private Answer resume(CaseFile file, String clock, String on) {
        return act(file, clock, "resumption", Map.of("on", on));
    }

    private Answer resume(CaseFile file, String clock, String on, String ground) {
        return act(file, clock, "resumption", Map.of("on", on, "ground", ground));
    }

    private Answer extend(CaseFile file, String clock, int amount) {
        return act(file, clock, "extensions", Map.of("amount", amount, "reason", "商家账目仍在核对，需要再约双方"));
    }

    private Answer act(CaseFile file, String clock, String act, Map<String, Object> body) {
        body.forEach((field, given) -> Confidences.heard(field.equals("reason") ? given : ""));
        return bureau.post("xincheng", "/api/cases/" + file.number() + "/clocks/" + clock + "/" + act, body);
    }

    private List<String> refusedOnRecord(CaseFile file) {
        JsonNode journal = bureau.get("centre", "/api/cases/" + file.number() + "/journal")
                .expect(200)
                .json();
        return StreamSupport.stream(journal.spliterator(), false)
                .filter(line -> line.path("action").asText().equals("延期申请"))
                .map(line -> line.path("detail").asText())
                .filter(detail -> detail.contains("不予准许"))
                .toList();
    }

    private List<String> noticesOf(CaseFile file, String kind) {
        return notices(file, kind).stream()
                .map(notice -> notice.path("recipient").asText())
                .toList();
    }

    private List<JsonNode> notices(CaseFile file, String kind) {
        JsonNode notices = bureau.get("centre", "/api/cases/" + file.number() + "/notices")
                .expect(200)
                .json();
        return StreamSupport.stream(notices.spliterator(), false)
                .filter(notice -> notice.path("kind").asText().equals(kind))
                .toList();
    }
}
