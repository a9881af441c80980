package org.jiesu.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jiesu.access.Recorded;
import org.jiesu.audit.AuditCheck;
import org.jiesu.platform.SecurityEvent;
import org.jiesu.platform.SecurityEvent.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@DisplayName("审计日志：谁看了、谁决定、谁改了权限，改不了也删不掉（网络安全法第二十一条 个人信息保护法第五十一、五十四、五十七条）")
abstract class AuditLogJourneys extends Journeys {

    private static final LocalDateTime ELEVEN_YEARS_LATER = LocalDateTime.of(2037, 12, 1, 9, 0);

    @Autowired
    private DataSource source;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private AuditCheck check;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping endpoints;

    private JdbcTemplate database;

    @BeforeEach
    void readTables() {
        database = new JdbcTemplate(source);
    }

    @Test
    @DisplayName("一件投诉走一段：登记、每张表单、查看身份、扣除、变更承办人、批示，一步一条，不多不少")
    void aCaseLeavesExactlyTheseLines() {
        long before = last();
        CaseFile file = signedIn();
        assertThat(since(before))
                .as("nothing else on the way")
                .filteredOn(line -> !line.contains("LOGIN"))
                .hasSize(4);
        String path = "/api/cases/" + file.number();
        bureau.get("xincheng", path).expect(200);
        bureau.get("xincheng", path + "/identity-disclosure/parties").expect(403);
        bureau.post("xincheng", path + "/identity-disclosure", Map.of("reasonCode", "CONTACT"))
                .expect(200);
        bureau.get("xincheng", path + "/identity-disclosure/parties").expect(200);
        bureau.post("xincheng", path + "/withdrawal", Map.of("reason", "")).expect(400);
        bureau.post("food", path + "/withdrawal", Map.of("reason", "与商家和解")).expect(404);
        bureau.post(
                        "xincheng",
                        path + "/clocks/statutoryMediation/pauses",
                        Map.of("from", "2026-11-09", "ground", "TESTING", "reason", "样品已送检"))
                .expect(200);
        bureau.post("leader", path + "/instructions", Map.of("text", "依法快办")).expect(201);
        bureau.post("xincheng-head", path + "/handler", Map.of("userId", "xincheng-head", "reason", "原承办人出差"))
                .expect(200);

        assertThat(lines(file))
                .containsExactly(
                        "centre REGISTERED",
                        "centre STEP Task_DecideAcceptance",
                        "centre STEP Task_ConfirmDispatch",
                        "xincheng-head STEP Task_SignIn",
                        "xincheng STEP IdentityDisclosure",
                        "xincheng IDENTITY_READ",
                        "xincheng IDENTITY_READ",
                        "food REFUSED",
                        "xincheng STEP PauseClock",
                        "leader STEP Instruction",
                        "xincheng-head STEP NameHandler");
        assertThat(whole()).isTrue();
    }

    @Test
    @DisplayName("举报人要求保密：申请、批准、查看各有一条；附件和含身份的文书打开一次记一次，遮蔽的不记")
    void whatIsOpenedBehindTheMask() {
        CaseFile file = bureau.receive(Letter.complaint());
        String attachments = "/api/cases/" + file.number() + "/attachments";
        String id = bureau.upload("centre", attachments, "小票.txt", "小票上有电话".getBytes(StandardCharsets.UTF_8))
                .expect(201)
                .json()
                .path("id")
                .asText();
        signIn(file);
        List<String> before = lines(file);
        bureau.get("centre", attachments + "/" + id).expect(200);
        bureau.get("leader", attachments + "/" + id).expect(403);
        assertThat(lines(file)).as("her own file, and what stayed closed").isEqualTo(before);
        bureau.get("xincheng", attachments + "/" + id).expect(200);
        bureau.get("xincheng", attachments + "/" + id).expect(200);
        assertThat(lines(file).subList(before.size(), before.size() + 2))
                .containsExactly("xincheng IDENTITY_READ", "xincheng IDENTITY_READ");
        assertThat(newest("caseNumber=" + file.number()).path("detail").asText())
                .isEqualTo("查看附件");

        Letter plain = Letter.report();
        CaseFile report = bureau.receive(plain.with(
                "complainant",
                Map.of(
                        "name", plain.complainant("name"),
                        "phone", plain.complainant("phone"),
                        "confidential", true)));
        String path = "/api/cases/" + report.number() + "/identity-disclosure";
        int asked = bureau.post("supervisor", path, Map.of("reason", "核实举报人反映的情况"))
                .expect(202)
                .json()
                .path("disclosureId")
                .asInt();
        bureau.post("centre-head", path + "/" + asked + "/decision", Map.of("approved", true))
                .expect(200);
        bureau.get("supervisor", path + "/parties").expect(200);
        assertThat(lines(report))
                .containsExactly(
                        "centre REGISTERED",
                        "supervisor STEP IdentityDisclosure",
                        "centre-head IDENTITY_DECIDED supervisor",
                        "supervisor IDENTITY_READ");
    }

    @Test
    @DisplayName("被撤销的操作没有记录；登录失败和越权不受影响，仍然留下")
    void whatIsRolledBackWasNeverThere() {
        long before = last();
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        transaction.executeWithoutResult(s -> {
            events.publishEvent(new SecurityEvent(Kind.KEY_REVOKED, "rolled-back", null));
            events.publishEvent(new SecurityEvent(Kind.LOGIN_FAILED, "xincheng", "口令错误"));
            events.publishEvent(new SecurityEvent(Kind.LOGIN_FAILED, "张三的口令", "没有这个用户"));
            s.setRollbackOnly();
        });
        assertThat(since(before)).containsExactly("xincheng LOGIN_FAILED", "? LOGIN_FAILED");

        CaseFile file = bureau.receive(Letter.complaint());
        List<String> lines = lines(file);
        assertThat(file.tryToWork("centre", "Task_DecideAcceptance", "accepted", "nonsense")
                        .status())
                .isEqualTo(400);
        assertThat(lines(file)).isEqualTo(lines);
        bureau.get("food", "/api/vault").expect(403);
        assertThat(newest("kind=REFUSED&person=food").path("detail").asText()).isEqualTo("KEEP_KEYS");
        bureau.post("xincheng", "/engine-rest/message", Map.of()).expect(403);
        assertThat(newest("kind=REFUSED&person=xincheng").path("detail").asText())
                .isEqualTo("engine: POST message");
    }

    @Test
    @DisplayName("用户、成员、授权、部署经引擎接口变更，一处不漏，记下是谁")
    void whatIsChangedThroughTheEngine() {
        long before = last();
        bureau.post(
                        "admin",
                        "/engine-rest/user/create",
                        Map.of(
                                "profile",
                                Map.of("id", "newcomer", "firstName", "新来的", "lastName", ""),
                                "credentials",
                                Map.of("password", "vahtra7-lumi-kuusk")))
                .expect(204);
        bureau.put("admin", "/engine-rest/group/food/members/newcomer", "").expect(204);
        bureau.post(
                        "admin",
                        "/engine-rest/authorization/create",
                        Map.of(
                                "type",
                                1,
                                "permissions",
                                List.of("READ"),
                                "userId",
                                "newcomer",
                                "resourceType",
                                2,
                                "resourceId",
                                "food"))
                .expect(200);
        bureau.delete("admin", "/engine-rest/group/food/members/newcomer").expect(204);
        bureau.delete("admin", "/engine-rest/user/newcomer").expect(204);
        assertThat(since(before))
                .contains(
                        "admin USER_CHANGED newcomer 新增用户",
                        "admin PASSWORD_CHANGED newcomer 由 admin 设置",
                        "admin MEMBERSHIP_CHANGED newcomer 新增成员：用户组 food",
                        "admin MEMBERSHIP_CHANGED newcomer 新增授权：GROUP food 2",
                        "admin USER_CHANGED newcomer 删除用户")
                .anyMatch(line ->
                        line.startsWith("admin MEMBERSHIP_CHANGED") && line.contains("删除") && line.contains("newcomer"))
                .allMatch(line -> line.startsWith("admin "));

        before = last();
        String table = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><definitions"
                + " xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\" id=\"audited\" name=\"a\" namespace=\"n\"/>";
        bureau.upload(
                        "modeler",
                        "/engine-rest/deployment/create",
                        "audited.dmn",
                        table.getBytes(StandardCharsets.UTF_8))
                .expect(200);
        assertThat(since(before))
                .anyMatch(line -> line.startsWith("modeler DEPLOYMENT") && line.endsWith("新增部署：audited.dmn"))
                .allMatch(line -> line.startsWith("modeler "));
    }

    /** Leave a line of another kind: REGISTERED, STEP, EXPORT, BREACH, KEY_*. */
    private static final Set<String> TELL_OF_THEMSELVES = Set.of(
            "/api/submissions",
            "/api/tasks/batch",
            "/api/cases/export",
            "/api/audit/{sequence}/breaches",
            "/api/breaches/{id}/closing",
            "/api/vault/rotation",
            "/api/channel-keys",
            "/api/channel-keys/{keyId}/rotation",
            "/api/channel-keys/{keyId}");

    private static final Set<String> CHANGE_NOTHING =
            Set.of("/api/messages/{id}/reading", "/api/cases/search", "/api/tasks/cards", "/api/archive/verification");

    @Test
    @DisplayName("每个改动系统的接口都留记录：不是办件自己说的，就标注 @Recorded")
    void everyEndpointThatChangesSomethingIsRecorded() {
        List<String> unrecorded = new ArrayList<>();
        endpoints.getHandlerMethods().forEach((call, method) -> {
            boolean reads = call.getMethodsCondition().getMethods().stream().allMatch(RequestMethod.GET::equals);
            call.getPatternValues().stream()
                    .filter(path -> path.startsWith("/api/") && !path.contains("{caseNumber}") && !reads)
                    .filter(path -> !TELL_OF_THEMSELVES.contains(path) && !CHANGE_NOTHING.contains(path))
                    .filter(path -> !method.hasMethodAnnotation(Recorded.class))
                    .forEach(unrecorded::add);
        });
        assertThat(unrecorded).isEmpty();
        bureau.moveTo(bureau.now().plusMinutes(1));
        assertThat(newest("kind=ACT&person=REHEARSE").path("userId").asText())
                .as("what the annotation does")
                .isEqualTo("admin");
    }

    @Test
    @DisplayName("导出、查阅台账都有记录，查阅审计日志本身也有；被拒绝的不算")
    void whatAdministratorsAndWatchersDo() {
        CaseFile file = bureau.receive(Letter.complaint());
        bureau.post("supervisor", "/api/cases/export", Map.of("caseNumbers", List.of(file.number())))
                .expect(200);
        assertThat(lines(file)).contains("supervisor EXPORT");
        bureau.get("auditor", "/api/disclosures").expect(200);
        assertThat(newest("kind=READ&person=READ_DISCLOSURES").path("detail").asText())
                .isEqualTo("身份查看台账：GET /api/disclosures");
        long before = last();
        bureau.put("modeler", "/api/calendar/1999?dryRun=true", "[]").expect(400);
        assertThat(since(before)).as("what was refused is no act").noneMatch(line -> line.contains("ACT"));
        bureau.get("auditor", "/api/audit?caseNumber=" + file.number()).expect(200);
        JsonNode read = newest("kind=READ&person=READ_AUDIT");
        assertThat(read.path("userId").asText()).isEqualTo("auditor");
        assertThat(read.path("detail").asText()).endsWith("GET /api/audit?caseNumber=" + file.number());
        bureau.get("auditor", "/api/audit?size=201").expect(400);
        bureau.get("auditor", "/api/audit?kind=NOTHING").expect(400);
    }

    @Test
    @DisplayName("许多人同时办理：记录一条不少，序号不断，链是完整的")
    void manyAtOnce() throws InterruptedException {
        long before = last();
        ExecutorService people = Executors.newFixedThreadPool(8);
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        for (int i = 0; i < 200; i++) {
            String who = "crowd-" + i;
            boolean rolledBack = i % 10 == 0;
            people.execute(() -> transaction.executeWithoutResult(s -> {
                events.publishEvent(new SecurityEvent(Kind.LOGIN, who, null));
                events.publishEvent(new SecurityEvent(Kind.LOGOUT, who, null));
                if (rolledBack) {
                    s.setRollbackOnly();
                }
            }));
        }
        people.shutdown();
        assertThat(people.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
        assertThat(last() - before).isEqualTo(360);
        assertThat(since(before))
                .hasSize(360)
                .doesNotContain("crowd-10 LOGIN")
                .contains("crowd-11 LOGIN", "crowd-11 LOGOUT");
        assertThat(whole()).isTrue();
    }

    @Test
    @DisplayName("PostgreSQL 上应用的数据库用户改不了、删不掉、清不空、关不掉触发器；H2 上由校验指出第一条有误的记录")
    void theDatabaseUserTriesToChangeWhatIsWritten() {
        // The database has its own clock, which no test moves.
        bureau.itIs(LocalDateTime.now(ZoneId.of("Asia/Shanghai")));
        CaseFile file = bureau.receive(Letter.complaint());
        long line = newest("caseNumber=" + file.number()).path("sequence").asLong();
        bureau.receive(Letter.complaint());
        List<String> attempts = List.of(
                "update audit_entry set actor = 'nobody' where sequence = " + line,
                "delete from audit_entry where sequence = " + line,
                "delete from audit_entry where sequence >= " + line);
        if (postgres()) {
            assertThat(verification().path("heldByDatabase").asBoolean()).isTrue();
            List<String> all = new ArrayList<>(attempts);
            all.addAll(List.of(
                    "delete from audit_entry",
                    "truncate audit_entry",
                    "drop table audit_entry",
                    "alter table audit_entry disable trigger all",
                    "drop trigger audit_entry_guard on audit_entry",
                    "drop function audit_entry_guard() cascade",
                    "set session_replication_role = replica"));
            all.forEach(attempt -> assertThatThrownBy(() -> database.execute(attempt))
                    .as(attempt)
                    .isInstanceOf(DataAccessException.class));
        } else {
            attempts.forEach(attempt -> {
                database.execute("create table kept as select * from audit_entry");
                database.execute(attempt);
                JsonNode found = verification();
                // What was added meanwhile stays: the auditor may have had to log in again.
                database.execute("delete from audit_entry where sequence in (select sequence from kept)");
                database.execute("insert into audit_entry select * from kept");
                database.execute("drop table kept");
                assertThat(found.path("whole").asBoolean()).as(attempt).isFalse();
                assertThat(found.path("firstWrong").asLong()).as(attempt).isEqualTo(line);
            });
        }
        assertThat(whole()).isTrue();
    }

    @Test
    @DisplayName("把链的末尾改回以前的状态，校验指出，期满的也不清理")
    void theEndsAreSetBack() {
        Map<String, Object> before = database.queryForMap("select * from audit_chain");
        bureau.receive(Letter.complaint());
        Map<String, Object> now = database.queryForMap("select * from audit_chain");
        try {
            setBack(before);
            // Not over HTTP: a login there would add a line to these ends.
            AuditCheck.Result found = check.verify();
            assertThat(found.whole()).isFalse();
            assertThat(found.firstWrong()).isEqualTo(((Number) before.get("last_sequence")).longValue() + 1);
            long lines = count();
            bureau.itIs(ELEVEN_YEARS_LATER);
            check.verifyAndRemoveOld();
            assertThat(count()).as("nothing is removed from a broken chain").isEqualTo(lines);
        } finally {
            setBack(now);
            bureau.itIs(MONDAY);
        }
        assertThat(whole()).isTrue();
    }

    private void setBack(Map<String, Object> ends) {
        database.update(
                "update audit_chain set last_sequence = ?, last_hash = ?, seal = ?",
                ends.get("last_sequence"),
                ends.get("last_hash"),
                ends.get("seal"));
    }

    @Test
    @DisplayName("到期清理：不满期限的一条不少；期满的清理后仍可校验；PostgreSQL 拒绝清理不满六个月的，即使应用的时钟不对")
    void oldLinesGoByRule() {
        bureau.receive(Letter.complaint());
        long before = count();
        check.verifyAndRemoveOld();
        assertThat(count()).isEqualTo(before);

        bureau.itIs(ELEVEN_YEARS_LATER);
        if (postgres()) {
            assertThatThrownBy(check::verifyAndRemoveOld).isInstanceOf(DataAccessException.class);
            assertThat(count()).isGreaterThanOrEqualTo(before);
        } else {
            long last = last();
            events.publishEvent(new SecurityEvent(Kind.KEY_CREATED, "young", null));
            assertThatCode(check::verifyAndRemoveOld).doesNotThrowAnyException();
            assertThat(verification().path("removedUpTo").asLong()).isEqualTo(last);
            assertThat(since(last)).first().asString().startsWith("system KEY_CREATED");
            assertThat(page("kind=PURGED")
                            .path("content")
                            .path(0)
                            .path("detail")
                            .asText())
                    .contains("清理至第" + last + "条");
            check.verifyAndRemoveOld();
            assertThat(verification().path("removedUpTo").asLong()).isEqualTo(last);
        }
        assertThat(whole()).isTrue();
    }

    @Test
    @DisplayName("泄密事件：由一条审计记录登记，逐项必填，文字加密存放；通知主管部门后办结，不能办结两次")
    void aBreachIsRegisteredAndClosed() {
        CaseFile file = signedIn();
        long line = newest("caseNumber=" + file.number()).path("sequence").asLong();
        String path = "/api/audit/" + line + "/breaches";
        assertThat(bureau.post("auditor", path, Map.of()).expect(400).wrongFields())
                .containsExactly("noticedAt", "people", "information", "cause", "harm", "measures");
        Map<String, Object> noticed = new HashMap<>(Map.of(
                "noticedAt", "2026-11-09T08:30:00+08:00",
                "caseNumbers", List.of(file.number()),
                "people", 1,
                "information", "姓名和联系电话，涉及投诉人一名",
                "cause", "承办人把带姓名的材料交给了被投诉人",
                "harm", "投诉人可能受到骚扰",
                "measures", "材料已收回，承办人已更换"));
        noticed.forEach((field, given) -> Confidences.heard(given));
        bureau.post("auditor", "/api/audit/999999999/breaches", noticed).expect(404);
        bureau.post("centre", path, noticed).expect(403);
        int id = bureau.post("auditor", path, noticed)
                .expect(201)
                .json()
                .path("id")
                .asInt();
        String closing = "/api/breaches/" + id + "/closing";
        assertThat(bureau.post("supervisor", closing, Map.of("authority", "市网信部门"))
                        .expect(400)
                        .wrongFields())
                .containsExactly("authorityToldOn", "notTold", "conclusion");
        Map<String, Object> told = Map.of(
                "authority", "市互联网信息管理部门",
                "authorityToldOn", "2026-11-09",
                "peopleToldOn", "2026-11-09",
                "conclusion", "已当面告知投诉人并道歉");
        bureau.post("supervisor", closing, told).expect(200);
        bureau.post("supervisor", closing, told).expect(409);
        JsonNode register =
                bureau.get("supervisor", "/api/breaches").expect(200).json().path(0);
        assertThat(register.path("information").asText()).contains("联系电话");
        assertThat(register.path("closedBy").asText()).isEqualTo("supervisor");
        assertThat(page("kind=BREACH")
                        .path("content")
                        .findValuesAsText("detail")
                        .subList(0, 2))
                .allMatch(detail -> detail.endsWith("由审计日志第" + line + "条"));
        assertThat(database.queryForMap("select * from breach where id = ?", id).toString())
                .doesNotContain("投诉人", "收回", "互联网", "道歉");
    }

    private CaseFile signedIn() {
        CaseFile file = bureau.receive(Letter.complaint());
        signIn(file);
        return file;
    }

    private static void signIn(CaseFile file) {
        file.work("centre", "Task_DecideAcceptance");
        file.work("centre", "Task_ConfirmDispatch", "handlingUnit", "xincheng", "changeReason", "按职责分工");
        file.work("xincheng-head", "Task_SignIn", "handler", "xincheng");
    }

    /** Of one case, oldest first: who, what, and to which step or person. */
    private List<String> lines(CaseFile file) {
        List<String> lines = new ArrayList<>();
        for (JsonNode line : page("caseNumber=" + file.number()).path("content")) {
            lines.add(0, (text(line, "userId") + text(line, "kind") + text(line, "subject")).strip());
        }
        return lines;
    }

    private static String text(JsonNode line, String field) {
        return line.path(field).asText() + " ";
    }

    private JsonNode newest(String filter) {
        return page(filter).path("content").path(0);
    }

    private JsonNode page(String filter) {
        return bureau.get("auditor", "/api/audit?size=200&" + filter)
                .expect(200)
                .json();
    }

    /** Everything after a line, oldest first, as it stands in the table. */
    private List<String> since(long sequence) {
        return database.query(
                "select actor, kind, subject, detail from audit_entry where sequence > ? and kind not in ('READ', 'PURGED') order by sequence",
                (row, n) -> String.join(
                                " ",
                                row.getString(1),
                                row.getString(2),
                                row.getString(3) == null ? "" : row.getString(3),
                                row.getString(3) == null || row.getString(4) == null ? "" : row.getString(4))
                        .strip(),
                sequence);
    }

    private long last() {
        return database.queryForObject("select max(sequence) from audit_entry", Long.class);
    }

    private long count() {
        return database.queryForObject("select count(*) from audit_entry", Long.class);
    }

    private boolean whole() {
        JsonNode found = verification();
        assertThat(found.path("fault").asText()).isEmpty();
        return found.path("whole").asBoolean();
    }

    private JsonNode verification() {
        return bureau.get("auditor", "/api/audit/verification").expect(200).json();
    }

    private boolean postgres() {
        return database.execute((java.sql.Connection connection) ->
                connection.getMetaData().getDatabaseProductName().equals("PostgreSQL"));
    }
}
