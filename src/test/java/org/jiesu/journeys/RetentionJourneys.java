package org.jiesu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.runtime.Job;
import org.jiesu.journeys.Bureau.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@DisplayName("归档、保存和销毁（S0-6.1）")
abstract class RetentionJourneys extends Journeys {

    /** Before every month that other journeys use: nothing but these cases is old enough ten years later. */
    private static final LocalDateTime LONG_AGO = LocalDateTime.of(2021, 3, 1, 9, 0);

    private static final String MANIFEST = "校验清单.txt";
    private static final String EVIDENCE = "小票<b>背面</b>有店主签字";

    @Autowired
    private DataSource source;

    @Autowired
    private HistoryService history;

    @Autowired
    private ManagementService management;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private IdentityService identity;

    private JdbcTemplate database;

    @BeforeEach
    void readTables() {
        database = new JdbcTemplate(source);
    }

    // The package

    @Test
    @DisplayName("归档包：办结以后由投诉中心主任写明事由导出，记入身份查看台账；内容齐全，逐个文件可校验")
    void aClosedComplaintBecomesAPackage() {
        Letter letter = Letter.complaint().by12345(MONDAY.minusMinutes(30));
        CaseFile file = bureau.receive(letter);
        bureau.upload("centre", cases(file) + "/attachments", "小票.txt", EVIDENCE.getBytes(StandardCharsets.UTF_8))
                .expect(201);
        bureau.upload(
                        "centre",
                        cases(file) + "/attachments",
                        "..很长的名称".repeat(20) + ".txt",
                        "另一张小票".getBytes(StandardCharsets.UTF_8))
                .expect(201);
        assertThat(export("centre-head", file, "移交档案室").expect(409).sentence()).contains("尚未办结");
        mediated(file);

        assertThat(export("centre-head", file, "").expect(400).wrongFields()).containsExactly("reason");
        for (String user : List.of("centre", "xincheng", "legal", "director", "supervisor", "auditor")) {
            export(user, file, "移交档案室").expect(403);
        }
        export("food", file, "移交档案室").expect(404);
        byte[] zip = export("centre-head", file, "移交档案室").expect(200).body();

        Map<String, byte[]> files = unzipped(zip);
        assertThat(files.keySet()).contains("说明.txt", "目录.html", "办件.json", "来件/01.json", "附件/01-小票.txt");
        assertThat(files.keySet().stream().filter(name -> name.startsWith("文书/")))
                .anyMatch(name -> name.contains("投诉调解书"))
                .allMatch(name -> name.endsWith(".docx"));
        assertThat(files.keySet())
                .anyMatch(name -> name.startsWith("附件/02-") && name.endsWith(".txt"))
                .allMatch(name -> name.substring(name.indexOf('/') + 1).getBytes(StandardCharsets.UTF_8).length < 255);
        verifiedByHand(files);
        String page = text(files, "目录.html");
        assertThat(page)
                .contains(
                        letter.complainant("name"),
                        letter.complainant("phone"),
                        letter.respondent("name"),
                        "商行当场退还货款一百六十八元",
                        "受理决定",
                        "<td>2026-11-10</td><td>1</td><td>工作日</td>",
                        "移交档案室",
                        "小票.txt")
                .doesNotContain("null");
        JsonNode record = json(files, "办件.json");
        assertThat(record.at("/record/caseNumber").asText()).isEqualTo(file.number());
        assertThat(record.path("clocks")).isNotEmpty().allSatisfy(clock -> assertThat(clock.path("days"))
                .isNotEmpty());
        assertThat(record.path("steps").findValuesAsText("task")).contains("Task_HoldMediation");
        assertThat(json(files, "来件/01.json").path("subject").asText())
                .isEqualTo(letter.body().path("subject").asText());
        assertThat(CaseFile.text(files.get(files.keySet().stream()
                        .filter(name -> name.contains("投诉调解书"))
                        .findFirst()
                        .orElseThrow())))
                .contains(letter.complainant("name"));

        assertThat(file.journal()).contains("导出归档包");
        assertThat(bureau.get("auditor", "/api/disclosures").expect(200).text()).contains(file.number(), "移交档案室");
        bureau.get("centre-head", cases(file) + "/identity-disclosure/parties").expect(403);
        verdicts(zip, files, file);
    }

    private void verdicts(byte[] zip, Map<String, byte[]> files, CaseFile file) {
        JsonNode whole = verify("auditor", zip).expect(200).json();
        assertThat(whole.path("whole").asBoolean()).isTrue();
        assertThat(whole.path("ours").asBoolean()).isTrue();
        assertThat(whole.path("caseNumber").asText()).isEqualTo(file.number());
        assertThat(whole.path("exportedBy").asText()).isEqualTo("centre-head");

        Map<String, byte[]> changed = new LinkedHashMap<>(files);
        changed.put("附件/01-小票.txt", "没有签字".getBytes(StandardCharsets.UTF_8));
        JsonNode verdict = verify("centre-head", zipped(changed)).expect(200).json();
        assertThat(verdict.path("whole").asBoolean()).isFalse();
        assertThat(verdict.path("faults").toString()).contains("文件已被改动：附件/01-小票.txt");

        String forged =
                text(files, MANIFEST).replace(sha256(files.get("附件/01-小票.txt")), sha256(changed.get("附件/01-小票.txt")));
        changed.put(MANIFEST, forged.getBytes(StandardCharsets.UTF_8));
        verdict = verify("supervisor", zipped(changed)).expect(200).json();
        assertThat(verdict.path("whole").asBoolean()).isTrue();
        assertThat(verdict.path("ours").asBoolean())
                .as("a manifest that was made to fit is not one of ours")
                .isFalse();
        assertThat(verdict.path("conclusion").asText()).contains("没有登记过");
        verify("centre", zip).expect(403);
    }

    @Test
    @DisplayName("举报的归档包由内部监督小组导出；要求保密的先获准查看身份")
    void aReportIsPackedByTheSupervisor() {
        CaseFile open = told(Letter.report());
        export("centre-head", open, "立卷").expect(403);
        export("supervisor", open, "立卷").expect(200);

        Letter letter = Letter.report();
        letter.body().withObject("complainant").put("confidential", true);
        CaseFile confidential = told(letter);
        assertThat(export("supervisor", confidential, "立卷").expect(403).sentence())
                .contains("先申请查看身份信息");
        String path = cases(confidential) + "/identity-disclosure";
        String id = bureau.post("supervisor", path, Map.of("reason", "立卷归档"))
                .expect(202)
                .json()
                .path("disclosureId")
                .asText();
        export("supervisor", confidential, "立卷").expect(403);
        bureau.post("centre-head", path + "/" + id + "/decision", Map.of("approved", true))
                .expect(200);
        byte[] zip = export("supervisor", confidential, "立卷").expect(200).body();
        assertThat(text(unzipped(zip), "目录.html")).contains(letter.complainant("name"));
    }

    // Retention, holds, lists

    @Test
    @DisplayName("保存期限自办结起算十年；暂停销毁期间不列入清单，列入以后暂停的不销毁，解除以后才销毁")
    void aHoldKeepsACase() {
        bureau.itIs(LONG_AGO.minusYears(1));
        CaseFile file = withdrawn(Letter.complaint());
        JsonNode standing = retention(file);
        assertThat(standing.path("closedOn").asText()).isEqualTo("2020-03-01");
        assertThat(standing.path("keptUntil").asText()).isEqualTo("2030-03-01");
        assertThat(standing.path("obstacle").asText()).isEqualTo("NOT_YET");
        assertThat(bureau.post("legal", cases(file) + "/hold", Map.of("reason", " "))
                        .expect(400)
                        .wrongFields())
                .containsExactly("reason");
        bureau.post("centre", cases(file) + "/hold", Map.of("reason", "复议")).expect(403);
        bureau.post("legal", cases(file) + "/hold", Map.of("reason", "行政复议尚未审结"))
                .expect(204);
        bureau.post("legal", cases(file) + "/hold", Map.of("reason", "再次")).expect(409);
        assertThat(bureau.get("centre", cases(file) + "/steps").expect(200).text())
                .contains("暂停销毁", "行政复议尚未审结");
        assertThat(retention(file).at("/holds/0/setBy").asText()).isEqualTo("legal");
        for (String user : List.of("legal", "centre-head", "supervisor", "centre", "auditor")) {
            JsonNode own =
                    bureau.get(user, cases(file) + "/retention").expect(200).json();
            assertThat(own.path("mayHold").asBoolean())
                    .as(user)
                    .isEqualTo(Set.of("legal", "centre-head", "supervisor").contains(user));
            assertThat(own.path("mayExport").asBoolean()).as(user).isEqualTo(user.equals("centre-head"));
        }

        bureau.itIs(LocalDateTime.of(2030, 3, 2, 9, 0));
        assertThat(retention(file).path("obstacle").asText()).isEqualTo("HELD");
        nothingToDestroy();
        assertThat(due(file).path("obstacle").asText()).isEqualTo("HELD");
        bureau.post("legal", cases(file) + "/hold/lifting", Map.of("reason", "复议已经审结"))
                .expect(204);
        assertThat(retention(file).has("obstacle")).isFalse();
        assertThat(due(file).has("obstacle")).isFalse();
        String list = listed(file);
        bureau.post("centre-head", "/api/disposals", "").expect(409);
        assertThat(due(file).isMissingNode()).as("it is on a list").isTrue();
        approve(list);
        assertThat(line(list, file).has("obstacle")).isFalse();
        bureau.post("supervisor", cases(file) + "/hold", Map.of("reason", "信访复查"))
                .expect(204);
        assertThat(line(list, file).path("obstacle").asText())
                .as("what is seen before anybody carries it out")
                .isEqualTo("HELD");
        assertThat(carriedOut(list).path("kept").asInt()).isEqualTo(1);
        assertThat(file.state()).isEqualTo("CLOSED");
        assertThat(bureau.get("auditor", "/api/disposals/" + list)
                        .expect(200)
                        .json()
                        .at("/lines/0/obstacleName")
                        .asText())
                .isEqualTo("暂停销毁");

        bureau.post("supervisor", cases(file) + "/hold/lifting", Map.of("reason", "信访办结"))
                .expect(204);
        String again = listed(file);
        approve(again);
        assertThat(carriedOut(again).path("destroyed").asInt()).isEqualTo(1);
        bureau.get("centre", cases(file)).expect(404);
    }

    @Test
    @DisplayName("保存期限的最后一天还不列入；关联办件未办结、未到期的不列入，到期后一并列入")
    void linkedCasesGoTogetherOrNotAtAll() {
        LocalDateTime begun = LocalDateTime.of(2019, 3, 4, 9, 0);
        bureau.itIs(begun);
        CaseFile file = bureau.receive(Letter.complaint());
        CaseFile clue = new CaseFile(
                bureau,
                bureau.post(
                                "centre",
                                cases(file) + "/clues",
                                Map.of("facts", "来电反映该店无证经营", "discoveredOn", "2019-03-04"))
                        .expect(201)
                        .json()
                        .path("caseNumber")
                        .asText());
        withdraw(file);
        bureau.itIs(begun.plusYears(10).plusDays(1));
        nothingToDestroy();

        bureau.itIs(begun.plusDays(2));
        clue.work("centre", "Task_ConfirmDispatch");
        clue.work("xincheng-head", "Task_SignIn", "handler", "xincheng");
        clue.work("xincheng", "Task_Verify");
        clue.work("xincheng", "Task_ProposeFiling", "filingProposed", "false", "nonFilingGround", "NO_VIOLATION");
        clue.work("leader", "Task_ApproveFiling", "filed", "false");
        assertThat(clue.state()).isEqualTo("CLOSED");
        bureau.itIs(begun.plusYears(10).plusDays(2));
        nothingToDestroy();
        assertThat(due(file).path("obstacle").asText()).isEqualTo("LINKED");
        assertThat(retention(file).path("obstacle").asText()).isEqualTo("LINKED");
        assertThat(due(clue).isMissingNode()).isTrue();

        bureau.itIs(begun.plusYears(10).plusDays(3));
        String list = listed(file, clue);
        assertThat(bureau.post("centre-head", "/api/disposals/" + list + "/execution", "")
                        .expect(409)
                        .sentence())
                .contains("待审批");
        approve(list);
        assertThat(carriedOut(list).path("destroyed").asInt()).isEqualTo(2);
        gone(file, clue);
    }

    @Test
    @DisplayName("编制人不能审批自己的清单；未批准的清单不执行；一件办件不同时列入两个清单")
    void nobodyApprovesTheirOwnList() {
        bureau.itIs(LONG_AGO.minusMonths(6));
        CaseFile file = withdrawn(Letter.complaint());
        bureau.itIs(LONG_AGO.minusMonths(6).plusYears(11));
        person("both-posts", "centre-head", "director");
        String list = bureau.post("both-posts", "/api/disposals", "")
                .expect(201)
                .json()
                .path("number")
                .asText();
        String decision = "/api/disposals/" + list + "/decision";
        assertThat(bureau.post("both-posts", decision, Map.of("approved", true))
                        .expect(403)
                        .sentence())
                .contains("本人编制");
        bureau.post("leader", decision, Map.of("approved", true)).expect(403);
        bureau.post("director", decision, Map.of()).expect(400);
        assertThat(bureau.post("director", decision, Map.of("approved", false, "reason", " "))
                        .expect(400)
                        .wrongFields())
                .containsExactly("reason");
        bureau.post("director", decision, Map.of("approved", false, "reason", "尚有信访未结"))
                .expect(200);
        assertThat(list(list).path("reason").asText()).isEqualTo("尚有信访未结");
        bureau.post("director", decision, Map.of("approved", true)).expect(409);
        bureau.post("centre-head", "/api/disposals/" + list + "/execution", "").expect(409);
        assertThat(file.state()).isEqualTo("CLOSED");
        String again = listed(file);
        approve(again);
        carriedOut(again);
        gone(file);
    }

    @Test
    @DisplayName("清单编制后，能审批的各收到一条消息，写清单号和件数，不写办件和人员；编制人和别的人不收")
    void whoeverMayApproveIsToldOnce() {
        bureau.itIs(LONG_AGO.minusMonths(8));
        CaseFile file = withdrawn(Letter.complaint());
        bureau.itIs(LONG_AGO.minusMonths(8).plusYears(11));
        person("second-director", "director");
        String list = listed(file);
        for (String user : List.of("director", "second-director")) {
            assertThat(told(user, list)).as(user).hasSize(1).first().satisfies(message -> {
                assertThat(message.path("subject").asText()).isEqualTo("销毁清单待审批");
                assertThat(message.path("lines")).hasSize(1);
                assertThat(message.at("/lines/0/text").asText())
                        .startsWith(list + "：共 ")
                        .doesNotContain(file.number(), "投诉中心主任");
                assertThat(message.at("/lines/0").has("caseNumber")).isFalse();
            });
        }
        for (String user : List.of("centre-head", "leader", "supervisor", "auditor")) {
            assertThat(told(user, list)).as(user).isEmpty();
        }
        approve(list);
        carriedOut(list);
        gone(file);
    }

    private List<JsonNode> told(String user, String list) {
        JsonNode inbox = bureau.get(user, "/api/messages?size=200").expect(200).json();
        return StreamSupport.stream(inbox.path("content").spliterator(), false)
                .filter(message -> message.toString().contains(list))
                .toList();
    }

    // Destruction

    @Test
    @DisplayName("销毁：办件、当事人、表单、文书、附件、期限、督办、消息、检查、台账、盲索引、流程历史全部不在；只剩清单一行，其校验值与最后导出的归档包一致")
    void nothingIsLeftOfADestroyedCase() {
        bureau.itIs(LONG_AGO);
        Letter letter = Letter.complaint().by12345(LONG_AGO.minusMinutes(30));
        CaseFile file = bureau.receive(letter);
        CaseFile merged = bureau.receive(Letter.complaint());
        bureau.register(letter.with("content", letter.body().path("content").asText() + "又：店主当日不在。"))
                .expect(200);
        bureau.upload("centre", cases(file) + "/attachments", "小票.txt", EVIDENCE.getBytes(StandardCharsets.UTF_8))
                .expect(201);
        bureau.moveTo(LONG_AGO.plusDays(11));
        merged.work(
                "centre",
                "Task_DecideAcceptance",
                "accepted",
                "false",
                "mergedInto",
                file.number(),
                "reason",
                "同一投诉人同一事项");
        mediated(file);
        assertThat(merged.outcome()).isEqualTo("MERGED");
        inspected(file, merged);
        bureau.post("legal", cases(file) + "/hold", Map.of("reason", "行政复议")).expect(204);
        bureau.post("legal", cases(file) + "/hold/lifting", Map.of("reason", "复议审结"))
                .expect(204);
        rowsThatNoJourneyMakes(file.number());
        CaseFile later = bureau.receive(Letter.complaint());
        database.update("update case_record set duplicate_of = ? where case_number = ?", file.number(), later.number());
        byte[] lastPackage = export("centre-head", file, "移交档案室").expect(200).body();

        CaseTables tables = new CaseTables(source);
        tables.everyTableHasRowsOf(file.number());
        Set<String> traces = tables.tracesOf(file.number());
        assertThat(traces).hasSizeGreaterThan(20);
        traces.addAll(tables.tracesOf(merged.number()));
        traces.addAll(engineTraces(file, merged));
        assertThat(tables.where(traces)).hasSizeGreaterThan(20);

        bureau.itIs(LONG_AGO.plusDays(12).plusYears(10));
        String list = listed(file, merged);
        approve(list);
        carriedOut(list);

        gone(file, merged);
        assertThat(tables.where(traces)).as("tables that still know the case").isEmpty();
        JsonNode line = bureau.get("auditor", "/api/disposals/lines?caseNumber=" + file.number())
                .expect(200)
                .json()
                .path(0);
        assertThat(line.path("state").asText()).isEqualTo("DESTROYED");
        assertThat(line.path("closedOn").asText()).isEqualTo("2021-03-12");
        JsonNode verdict = verify("auditor", lastPackage).expect(200).json();
        assertThat(verdict.path("manifest").asText())
                .as("what was destroyed is what was packed last")
                .isEqualTo(line.path("manifest").asText());
        assertThat(verdict.path("ours").asBoolean()).isTrue();
        assertThat(verdict.path("destroyedOn").asText()).isEqualTo("2031-03-13");
        for (Map<String, String> by : List.of(
                Map.of("phone", letter.complainant("phone")), Map.of("respondent", letter.respondent("name")))) {
            assertThat(bureau.post("centre", "/api/cases/search", by)
                            .expect(200)
                            .json()
                            .path("total")
                            .asInt())
                    .isZero();
        }
        bureau.post("centre-head", "/api/disposals/" + list + "/execution", "").expect(409);
        withdraw(later);
    }

    private void mediated(CaseFile file) {
        file.work("centre", "Task_DecideAcceptance");
        file.work("centre", "Task_ConfirmDispatch");
        file.work("xincheng-head", "Task_SignIn", "handler", "xincheng");
        bureau.post(
                        "xincheng",
                        cases(file) + "/clocks/handling/extensions",
                        Map.of("amount", 1, "reason", "商家账目仍在核对，需要再约双方"))
                .expect(202);
        file.work("xincheng", "Task_InspectSite");
        file.work("xincheng", "Task_SeekConsent");
        file.work("xincheng", "Task_ScheduleMediation");
        file.work("xincheng", "Task_HoldMediation", "terms", "商行当场退还货款一百六十八元");
        file.work("xincheng", "Task_IssueAgreement");
        file.work("xincheng", "Task_ReplyComplainant");
        file.work("xincheng-head", "Task_ReviewReply");
        file.work("centre", "Task_ReviewReply");
        file.work("centre", "Task_FollowUp");
        assertThat(file.state()).isEqualTo("CLOSED");
    }

    private void inspected(CaseFile... files) {
        Map<String, Object> wanted =
                Map.of("from", "2021-03-01", "until", "2021-03-31", "size", files.length, "seed", 1);
        String number = bureau.post("supervisor", "/api/inspections", wanted)
                .expect(201)
                .json()
                .path("number")
                .asText();
        for (CaseFile file : files) {
            file.work("supervisor", "Task_InspectCase");
        }
        bureau.post("supervisor", "/api/inspections/" + number + "/report", "").expect(201);
    }

    /** What a finished case has only for a moment, or by a rare road. */
    private void rowsThatNoJourneyMakes(String number) {
        database.update(
                "insert into reminder (institution, recipient, case_number, line, digest_at)"
                        + " values ('feicheng', 'centre', ?, '催办', current_timestamp)",
                number);
        database.update(
                "insert into ledger_pause (ledger_entry_id, from_on, to_on, ground)"
                        + " select min(id), current_date, current_date, 'TESTING' from ledger_entry where case_number = ?",
                number);
        database.update(
                "insert into case_exclusion (case_number, user_id, ground, since)"
                        + " values (?, 'nobody', 'RECUSED', current_timestamp)",
                number);
    }

    private Set<String> engineTraces(CaseFile... files) {
        Set<String> ids = new TreeSet<>();
        for (CaseFile file : files) {
            history.createHistoricProcessInstanceQuery()
                    .processInstanceBusinessKey(file.number())
                    .list()
                    .forEach(instance -> {
                        assertThat(instance.getEndTime()).isNotNull();
                        ids.add(instance.getId());
                    });
        }
        assertThat(ids).hasSizeGreaterThan(4);
        return ids;
    }

    @Test
    @DisplayName("中断后接着销毁：一件失败不影响别的，也不留半件；再次执行只做剩下的")
    void aBrokenRunGoesOn() {
        bureau.itIs(LONG_AGO.plusMonths(2));
        CaseFile first = withdrawn(Letter.complaint());
        CaseFile second = bureau.receive(Letter.complaint().by12345(LONG_AGO.plusMonths(2)));
        mediated(second);
        CaseFile third = withdrawn(Letter.complaint());
        CaseFile other = bureau.receive(Letter.complaint());
        other.work("centre", "Task_DecideAcceptance");
        long own = paperOfNotice(other);
        // The papers of the second case can't be deleted while a notice of another one points to them.
        pointNoticeOf(other, paperOfNotice(second));

        bureau.itIs(LONG_AGO.plusMonths(2).plusYears(11));
        String list = listed(first, second, third);
        approve(list);
        JsonNode broken = carriedOut(list);
        assertThat(broken.path("state").asText()).isEqualTo("APPROVED");
        assertThat(broken.path("listed").asInt()).isEqualTo(1);
        gone(first, third);
        assertThat(second.journal()).contains("登记", "办结");
        assertThat(second.papers("supervisor", "MEDIATION_AGREEMENT")).hasSize(1);
        assertThat(bureau.get("supervisor", cases(second) + "/notices").json()).isNotEmpty();
        assertThat(history.createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(second.number())
                        .count())
                .isPositive();

        pointNoticeOf(other, own);
        assertThat(carriedOut(list).path("state").asText()).isEqualTo("DONE");
        gone(second);
        assertThat(other.papers("supervisor", "ACCEPTANCE_DECISION")).hasSize(1);
    }

    private long paperOfNotice(CaseFile file) {
        return database.queryForObject(
                "select min(paper_id) from notice where case_number = ?", Long.class, file.number());
    }

    private void pointNoticeOf(CaseFile file, long paper) {
        database.update("update notice set paper_id = ? where case_number = ?", paper, file.number());
    }

    @Test
    @DisplayName("引擎的历史清理不动任何办件的历史，无论办结与否、过了多少年；不属于办件的到期即清")
    void theCleanUpOfTheEngineLeavesCasesAlone() {
        CaseFile closed = withdrawn(Letter.complaint());
        CaseFile open = bureau.receive(Letter.complaint());
        String digest = runtime.createProcessInstanceByKey("reminder-digest")
                .processDefinitionWithoutTenantId()
                .setVariable("institution", "feicheng")
                .setVariable("digestAt", new java.util.Date(0))
                .execute()
                .getId();
        runtime.deleteProcessInstance(digest, "over");
        long before = ofCases();
        assertThat(history.createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(closed.number())
                        .list())
                .isNotEmpty()
                .allSatisfy(instance -> {
                    assertThat(instance.getEndTime()).isNotNull();
                    assertThat(instance.getRemovalTime()).isNull();
                });

        bureau.itIs(MONDAY.plusYears(30));
        Job cleanUp = history.cleanUpHistoryAsync(true);
        management.executeJob(cleanUp.getId());

        assertThat(history.createHistoricProcessInstanceQuery()
                        .processInstanceId(digest)
                        .count())
                .isZero();
        assertThat(ofCases()).isEqualTo(before);
        assertThat(open.state()).isEqualTo("OPEN");
        withdraw(open);
    }

    private long ofCases() {
        return history.createHistoricProcessInstanceQuery().list().stream()
                .map(HistoricProcessInstance::getBusinessKey)
                .filter(key -> key != null)
                .count();
    }

    @Test
    @DisplayName("各个旅程办结的全部办件都能销毁，销毁后任何表都不再提到它们")
    void whateverWasClosedCanBeDestroyed() {
        withdrawn(Letter.complaint());
        bureau.itIs(MONDAY.plusYears(20));
        JsonNode made =
                bureau.post("centre-head", "/api/disposals", "").expect(201).json();
        Set<String> numbers = Set.copyOf(made.path("lines").findValuesAsText("caseNumber"));
        approve(made.path("number").asText());
        JsonNode done = carriedOut(made.path("number").asText());
        assertThat(done.path("state").asText()).as(done.toString()).isEqualTo("DONE");
        assertThat(done.path("kept").asInt()).isZero();
        assertThat(new CaseTables(source).where(numbers)).isEmpty();
    }

    private String listed(CaseFile... files) {
        JsonNode made =
                bureau.post("centre-head", "/api/disposals", "").expect(201).json();
        assertThat(made.path("lines").findValuesAsText("caseNumber"))
                .contains(StreamSupport.stream(List.of(files).spliterator(), false)
                        .map(CaseFile::number)
                        .toArray(String[]::new));
        return made.path("number").asText();
    }

    /** What is said of the case among those that are due; missing where it is not. */
    private JsonNode due(CaseFile file) {
        return lineOf(
                bureau.get("centre-head", "/api/disposals/due").expect(200).json(), file);
    }

    private JsonNode line(String list, CaseFile file) {
        return lineOf(list(list).path("lines"), file);
    }

    private static JsonNode lineOf(JsonNode lines, CaseFile file) {
        return StreamSupport.stream(lines.spliterator(), false)
                .filter(line -> line.path("caseNumber").asText().equals(file.number()))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private void nothingToDestroy() {
        assertThat(bureau.post("centre-head", "/api/disposals", "").expect(409).sentence())
                .contains("没有保存期限已满");
    }

    private void approve(String list) {
        bureau.post("director", "/api/disposals/" + list + "/decision", Map.of("approved", true))
                .expect(200);
    }

    private JsonNode carriedOut(String list) {
        bureau.post("centre-head", "/api/disposals/" + list + "/execution", "").expect(202);
        Awaitility.await()
                .atMost(Duration.ofMinutes(5))
                .until(() -> !list(list).path("running").asBoolean());
        return list(list);
    }

    private JsonNode list(String number) {
        return bureau.get("centre-head", "/api/disposals/" + number).expect(200).json();
    }

    private void gone(CaseFile... files) {
        for (CaseFile file : files) {
            bureau.get("centre", cases(file)).expect(404);
            bureau.get("supervisor", cases(file) + "/journal").expect(404);
        }
    }

    private CaseFile withdrawn(Letter letter) {
        CaseFile file = bureau.receive(letter);
        withdraw(file);
        return file;
    }

    private void withdraw(CaseFile file) {
        bureau.post("centre", cases(file) + "/withdrawal", Map.of("reason", "投诉人撤回"))
                .expect(200);
        assertThat(file.state()).isEqualTo("CLOSED");
    }

    /** A report that is closed as one that was made before: no road of the bureau is shorter. */
    private CaseFile told(Letter letter) {
        CaseFile earlier = bureau.receive(Letter.report());
        CaseFile file = bureau.receive(letter.with("respondent", Map.of("name", "肥城某药房", "address", "", "town", "")));
        file.work(
                "centre",
                "Task_DecideReportRoute",
                "reportRoute",
                "REPEATED",
                "mergedInto",
                earlier.number(),
                "newFacts",
                "false",
                "reason",
                "同一举报人、同一事实");
        assertThat(file.state()).isEqualTo("CLOSED");
        return file;
    }

    private void person(String id, String... groups) {
        if (identity.createUserQuery().userId(id).count() > 0) {
            return;
        }
        User user = identity.newUser(id);
        user.setFirstName("兼任人员");
        user.setLastName("");
        user.setPassword("Jiesu@2026");
        identity.saveUser(user);
        identity.createTenantUserMembership("feicheng", id);
        for (String group : groups) {
            identity.createMembership(id, group);
        }
    }

    private static String cases(CaseFile file) {
        return "/api/cases/" + file.number();
    }

    private Answer export(String user, CaseFile file, String reason) {
        return bureau.post(user, cases(file) + "/archive", Map.of("reason", reason));
    }

    private Answer verify(String user, byte[] zip) {
        return bureau.post(user, "/api/archive/verification", "application/zip", zip);
    }

    private JsonNode retention(CaseFile file) {
        return bureau.get("centre", cases(file) + "/retention").expect(200).json();
    }

    private static Map<String, byte[]> unzipped(byte[] zip) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static byte[] zipped(Map<String, byte[]> files) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** As {@code sha256sum -c} does it, without any code of the product. */
    private static void verifiedByHand(Map<String, byte[]> files) {
        Map<String, String> listed = text(files, MANIFEST)
                .lines()
                .collect(Collectors.toMap(line -> line.substring(66), line -> line.substring(0, 64)));
        assertThat(listed).hasSize(files.size() - 1);
        listed.forEach(
                (name, checksum) -> assertThat(sha256(files.get(name))).as(name).isEqualTo(checksum));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }

    private static JsonNode json(Map<String, byte[]> files, String name) {
        try {
            return Bureau.JSON.readTree(files.get(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
