package org.jiesu.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.jiesu.access.Action;
import org.jiesu.access.Needs;
import org.jiesu.journeys.Bureau.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Tried as somebody would who wants to see what is not theirs. */
@DisplayName("权限：一个接口、一个角色、一个单位地试（令121第三十七条 个人信息保护法第五十一条）")
abstract class AccessJourneys extends Journeys {

    /** In every group that sees something, but of another bureau. */
    private static final String FOREIGN = "foreign";

    private static final List<String> USERS = List.of(
            "xincheng",
            "xincheng-head",
            "food",
            "food-head",
            "centre",
            "centre-head",
            "legal",
            "leader",
            "director",
            "supervisor",
            "auditor",
            "modeler",
            "admin",
            "channel-12345",
            FOREIGN);

    /** For each of the users above, of a complaint that {@code xincheng} inspects: + let in, 3 refused, 4 not there. */
    private static final Map<Action, String> EXPECTED = new TreeMap<>(Map.ofEntries(
            Map.entry(Action.PUBLIC, "+++++++++++++++"),
            Map.entry(Action.LOOK_UP, "+++++++++++++++"),
            Map.entry(Action.READ_MESSAGES, "+++++++++++++3+"),
            Map.entry(Action.FIND_CASES, "+++++++++++++3+"),
            Map.entry(Action.DO_TASKS, "++++++++++3333+"),
            Map.entry(Action.REGISTER, "3333++3333333++"),
            Map.entry(Action.INSPECT, "333333333+3333+"),
            Map.entry(Action.FIND_ORPHANS, "33333+333+3333+"),
            Map.entry(Action.MAKE_DISPOSAL, "33333+333333333"),
            Map.entry(Action.APPROVE_DISPOSAL, "33333333+33333+"),
            Map.entry(Action.READ_DISPOSALS, "33333+33+++333+"),
            Map.entry(Action.VERIFY_ARCHIVE, "33333+333++333+"),
            Map.entry(Action.HOLD, "33443++33+34444"),
            Map.entry(Action.EXPORT_ARCHIVE, "33443+333334444"),
            Map.entry(Action.READ_DISCLOSURES, "3333333333+3333"),
            Map.entry(Action.READ_AUDIT, "3333333333+3333"),
            Map.entry(Action.KEEP_BREACHES, "333333333++333+"),
            Map.entry(Action.EXPORT_CASES, "333333333+3+33+"),
            Map.entry(Action.IMPORT_CALENDAR, "33333333333+333"),
            Map.entry(Action.KEEP_KEYS, "333333333333+33"),
            Map.entry(Action.KEEP_CHANNEL_KEYS, "333333333333+33"),
            Map.entry(Action.REHEARSE, "33333333333++33"),
            Map.entry(Action.READ_DATES, "++44++++++++444"),
            Map.entry(Action.READ_CASE, "++44+++++++4444"),
            Map.entry(Action.WORK, "+34433333334444"),
            Map.entry(Action.KEEP_CLOCKS, "+34433333334444"),
            Map.entry(Action.WITHDRAW, "+344++333334444"),
            Map.entry(Action.NAME_HANDLER, "3+4433333334444"),
            Map.entry(Action.RECUSE, "3+4433333334444"),
            Map.entry(Action.INSTRUCT, "3344333++334444"),
            Map.entry(Action.SEE_IDENTITY, "+34433333334444"),
            Map.entry(Action.APPROVE_IDENTITY, "3+4433333+34444")));

    private static final Set<String> SEE_ALL =
            Set.of("centre", "centre-head", "legal", "leader", "director", "supervisor", "auditor");
    private static final Set<String> SEE_SECRETS = Set.of("centre", "centre-head", "director", "supervisor", "auditor");
    private static final int READS = 200;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping endpoints;

    @Autowired
    private IdentityService identity;

    @BeforeEach
    void somebodyOfAnotherBureau() {
        if (identity.createUserQuery().userId(FOREIGN).count() > 0) {
            return;
        }
        identity.saveTenant(identity.newTenant("elsewhere"));
        person(FOREIGN, "别局人员", "elsewhere", "xincheng", "centre", "director", "supervisor");
    }

    private void person(String id, String name, String institution, String... groups) {
        if (identity.createUserQuery().userId(id).count() > 0) {
            return;
        }
        User user = identity.newUser(id);
        user.setFirstName(name);
        user.setLastName("");
        user.setPassword("Jiesu@2026");
        identity.saveUser(user);
        identity.createTenantUserMembership(institution, id);
        for (String group : groups) {
            identity.createMembership(id, group);
        }
    }

    private static List<String[]> known() throws IOException {
        return new ClassPathResource("access/endpoints.csv")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(line -> line.split(","))
                .toList();
    }

    @Test
    @DisplayName("每个接口都写明所需权限，并列在预期表中；新接口不列入即失败")
    void everyEndpointSaysWhatItNeeds() throws IOException {
        Map<String, String> found = new TreeMap<>();
        endpoints.getHandlerMethods().forEach((info, method) -> info.getPatternValues().stream()
                .filter(path -> path.startsWith("/api/"))
                .forEach(path -> info.getMethodsCondition()
                        .getMethods()
                        .forEach(verb -> found.put(
                                verb + "," + path,
                                method.hasMethodAnnotation(Needs.class)
                                        ? method.getMethodAnnotation(Needs.class)
                                                .value()
                                                .name()
                                        : "NOTHING"))));
        Map<String, String> expected = new TreeMap<>();
        known().forEach(line -> expected.put(line[0] + "," + line[1], line[2]));
        assertThat(found).isEqualTo(expected);
    }

    @Test
    @DisplayName("全部接口×全部角色×本单位、外单位、别的机构：与预期表逐一相符")
    void everyEndpointForEverybody() throws IOException {
        CaseFile file = inspected(Letter.complaint(), "xincheng");
        List<String> wrong = new ArrayList<>();
        for (String[] line : known()) {
            Action action = Action.valueOf(line[2]);
            StringBuilder seen = new StringBuilder();
            for (String user : USERS) {
                seen.append(outcome(call(user, line[0], path(line[1], file))));
            }
            if (!seen.toString().equals(EXPECTED.get(action))) {
                wrong.add("%s %s: %s, but %s".formatted(line[0], line[1], EXPECTED.get(action), seen));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(file.state()).isEqualTo("OPEN");
        assertThat(file.stage()).isEqualTo("InspectSite");
    }

    /** What nobody can have meant: a list where an object is asked for, and things that do not exist. */
    private Answer call(String user, String verb, String path) {
        return switch (verb) {
            case "GET" -> bureau.get(user, path);
            case "POST" -> bureau.post(user, path, "[]");
            case "PUT" -> bureau.put(user, path, "[]");
            case "DELETE" -> bureau.delete(user, path);
            default -> throw new IllegalArgumentException(verb);
        };
    }

    private static String path(String pattern, CaseFile file) {
        return pattern.replace("{caseNumber}", file.number())
                .replace("{year}", "1999")
                .replaceAll("\\{\\w+}", "0");
    }

    private static char outcome(Answer answer) {
        boolean hidden = answer.status() == 404 && answer.sentence().equals("没有这个办件");
        boolean refused = answer.status() == 403 && !answer.sentence().startsWith("尚未取得");
        return hidden ? '4' : refused ? '3' : answer.status() == 401 ? '1' : '+';
    }

    private CaseFile inspected(Letter letter, String unit) {
        CaseFile file = bureau.receive(letter);
        file.work("centre", "Task_DecideAcceptance");
        file.work("centre", "Task_ConfirmDispatch", "handlingUnit", unit, "changeReason", "按职责分工");
        file.work(unit + "-head", "Task_SignIn", "handler", unit);
        return file;
    }

    @Test
    @DisplayName("二百次随机跨单位、跨机构读取：零泄露；列表、检索、计数、期限、消息也不露")
    void twoHundredRandomReads() {
        Map<String, Letter> letters = new LinkedHashMap<>();
        Map<String, String> units = new LinkedHashMap<>();
        for (String unit : List.of("xincheng", "food", "brigade", "laocheng")) {
            Letter letter = Letter.complaint();
            CaseFile file = inspected(letter, unit);
            letters.put(file.number(), letter);
            units.put(file.number(), unit);
        }
        Letter secret = Letter.report().with("subject", "举报执法人员吃拿卡要").with("content", "反映某市场监管所工作人员检查时索要烟酒两次。");
        CaseFile sealed = bureau.receive(secret);
        letters.put(sealed.number(), secret);
        units.put(sealed.number(), "");

        List<String> numbers = List.copyOf(units.keySet());
        List<String> readers = Stream.concat(USERS.stream(), Stream.of("brigade", "laocheng-head", "hutun"))
                .toList();
        List<String> views = List.of("", "/journal", "/steps", "/clocks", "/papers", "/attachments", "/notices");
        Random random = new Random(4);
        int allowed = 0;
        for (int i = 0; i < READS; i++) {
            String number = numbers.get(random.nextInt(numbers.size()));
            String reader = readers.get(random.nextInt(readers.size()));
            Answer answer = bureau.get(reader, "/api/cases/" + number + views.get(random.nextInt(views.size())));
            boolean may = may(reader, units.get(number));
            assertThat(answer.status()).as("%s reads %s", reader, number).isEqualTo(may ? 200 : 404);
            nothingOf(letters.get(number), answer, may);
            allowed += may ? 1 : 0;
        }
        assertThat(allowed).isBetween(40, 160);
        readers.forEach(reader -> listsShow(reader, units, letters));
    }

    private static boolean may(String reader, String unit) {
        return unit.isEmpty()
                ? SEE_SECRETS.contains(reader)
                : SEE_ALL.contains(reader) || reader.replace("-head", "").equals(unit);
    }

    private static void nothingOf(Letter letter, Answer answer, boolean may) {
        assertThat(answer.text()).doesNotContain(letter.complainant("name"), letter.complainant("phone"));
        if (!may) {
            assertThat(answer.text())
                    .doesNotContain(
                            letter.respondent("name"),
                            letter.body().path("subject").asText());
        }
    }

    /** An empty list, or for the system administrator, whom the engine tells of no task at all, a refusal. */
    private static void nothingIn(Answer answer) {
        if (answer.status() != 403) {
            assertThat(answer.text()).isEqualTo("[]");
        }
    }

    private void listsShow(String reader, Map<String, String> units, Map<String, Letter> letters) {
        if (reader.startsWith("channel")) {
            bureau.get(reader, "/api/cases").expect(403);
            return;
        }
        Set<String> visible = units.entrySet().stream()
                .filter(one -> may(reader, one.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        for (String number : units.keySet()) {
            boolean may = visible.contains(number);
            Letter letter = letters.get(number);
            assertThat(bureau.get(reader, "/api/cases?caseNumber=" + number)
                            .expect(200)
                            .json()
                            .path("total")
                            .asInt())
                    .as("%s lists %s", reader, number)
                    .isEqualTo(may ? 1 : 0);
            for (Map<String, String> by : List.of(
                    Map.of("phone", letter.complainant("phone")), Map.of("respondent", letter.respondent("name")))) {
                Answer found = bureau.post(reader, "/api/cases/search", by).expect(200);
                assertThat(found.json().path("total").asInt())
                        .as("%s searches %s", reader, number)
                        .isEqualTo(may ? 1 : 0);
            }
            Answer messages = bureau.get(reader, "/api/messages?size=200").expect(200);
            Answer tasks = bureau.get(reader, "/engine-rest/task?processInstanceBusinessKey=" + number);
            if (!may) {
                assertThat(messages.text()).doesNotContain(number);
                nothingIn(tasks);
                assertThat(bureau.get(reader, "/engine-rest/task/count?processInstanceBusinessKey=" + number)
                                .json()
                                .path("count")
                                .asInt())
                        .isZero();
            }
        }
        String clocks = bureau.get(reader, "/api/clocks?size=200").expect(200).text();
        units.keySet().stream().filter(number -> !visible.contains(number)).forEach(number -> assertThat(clocks)
                .doesNotContain(number));
        if (FOREIGN.equals(reader)) {
            assertThat(bureau.get(reader, "/api/clocks").json().path("total").asInt())
                    .isZero();
        }
    }

    @Test
    @DisplayName("投诉：承办人一键查看，至本人任务办结；此外仍为隐去")
    void theHandlerOfAComplaintOpensWithOneClick() {
        Letter letter = Letter.complaint();
        CaseFile file = inspected(letter, "xincheng");
        String path = "/api/cases/" + file.number() + "/identity-disclosure";
        bureau.get("xincheng", path + "/parties").expect(403);
        assertThat(bureau.post("xincheng", path, Map.of()).expect(400).wrongFields())
                .containsExactly("reason");
        assertThat(bureau.post("xincheng", path, Map.of("reasonCode", "CURIOUS"))
                        .expect(400)
                        .wrongFields())
                .containsExactly("reasonCode");
        Answer opened =
                bureau.post("xincheng", path, Map.of("reasonCode", "CONTACT")).expect(200);
        assertThat(opened.text()).contains(letter.complainant("name"), letter.complainant("phone"));
        assertThat(opened.json().path("untilTaskEnds").asBoolean()).isTrue();
        assertThat(bureau.get("xincheng", path + "/parties").expect(200).text()).contains(letter.complainant("phone"));
        assertThat(bureau.get("xincheng", "/api/cases/" + file.number()).text())
                .doesNotContain(letter.complainant("name"))
                .contains(letter.complainant("name").substring(0, 1) + "**");
        file.work("xincheng", "Task_InspectSite");
        bureau.get("xincheng", path + "/parties").expect(403);
        bureau.post("centre", path, Map.of("reasonCode", "CONTACT")).expect(403);
        assertThat(file.journal()).contains("查看身份信息");
        String register =
                bureau.get("auditor", "/api/disclosures?size=200").expect(200).text();
        assertThat(register).contains(file.number(), "CONTACT").doesNotContain(letter.complainant("name"));
    }

    @Test
    @DisplayName("举报：写明理由，三十分钟有效，过后重新隐去；只有承办人和内部监督")
    void aReportIsOpenForHalfAnHour() {
        Letter letter = Letter.report();
        CaseFile file = verifying(letter);
        String path = "/api/cases/" + file.number() + "/identity-disclosure";
        for (String other : List.of("xincheng-head", "centre", "legal", "leader", "director", "auditor")) {
            bureau.post(other, path, Map.of("reason", "想看看")).expect(403);
        }
        assertThat(bureau.post("xincheng", path, Map.of("reasonCode", "CONTACT"))
                        .expect(400)
                        .wrongFields())
                .containsExactly("reason");
        for (String reader : List.of("xincheng", "supervisor")) {
            bureau.post(reader, path, Map.of("reason", "核对举报线索的来源")).expect(200);
            bureau.get(reader, path + "/parties").expect(200);
        }
        bureau.itIs(bureau.now().plusMinutes(29));
        bureau.get("xincheng", path + "/parties").expect(200);
        bureau.itIs(bureau.now().plusMinutes(2));
        bureau.get("xincheng", path + "/parties").expect(403);
        bureau.get("supervisor", path + "/parties").expect(403);
    }

    @Test
    @DisplayName("保密举报：须经承办单位负责人或者内部监督批准，不能批准本人的申请")
    void aConfidentialReportNeedsApproval() {
        Letter plain = Letter.report();
        Letter letter = plain.with(
                "complainant",
                Map.of(
                        "name", plain.complainant("name"),
                        "phone", plain.complainant("phone"),
                        "confidential", true));
        CaseFile file = verifying(letter);
        String path = "/api/cases/" + file.number() + "/identity-disclosure";
        long id = asked("xincheng", path, "核实举报人提供的照片");
        assertThat(asked("xincheng", path, "再问一次")).isEqualTo(id);
        bureau.get("xincheng", path + "/parties").expect(403);
        bureau.post("xincheng", path + "/" + id + "/decision", Map.of("approved", true))
                .expect(403);
        bureau.post("food-head", path + "/" + id + "/decision", Map.of("approved", true))
                .expect(404);
        assertThat(bureau.get("xincheng-head", "/api/messages").text()).contains(file.number());
        bureau.post("xincheng-head", path + "/" + id + "/decision", Map.of("approved", true))
                .expect(200);
        assertThat(bureau.post("xincheng", path, Map.of("reason", "核实举报人提供的照片"))
                        .expect(200)
                        .text())
                .contains(letter.complainant("name"));
        bureau.post("supervisor", path + "/" + id + "/decision", Map.of("approved", false))
                .expect(409);

        long own = asked("supervisor", path, "检查保密情况");
        bureau.post("supervisor", path + "/" + own + "/decision", Map.of("approved", true))
                .expect(403);
        bureau.post("xincheng-head", path + "/" + own + "/decision", Map.of("approved", false))
                .expect(200);
        bureau.get("supervisor", path + "/parties").expect(403);

        bureau.itIs(bureau.now().plusMinutes(31));
        bureau.get("xincheng", path + "/parties").expect(403);
        assertThat(asked("xincheng", path, "过期后须重新申请")).isNotEqualTo(id);
    }

    private long asked(String user, String path, String reason) {
        Answer answer = bureau.post(user, path, Map.of("reason", reason)).expect(202);
        assertThat(answer.json().path("state").asText()).isEqualTo("REQUESTED");
        assertThat(answer.json().has("parties")).isFalse();
        return answer.json().path("disclosureId").asLong();
    }

    private CaseFile verifying(Letter letter) {
        CaseFile file = bureau.receive(letter);
        if (file.stage().equals("DecideReportRoute")) {
            file.work("centre", "Task_DecideReportRoute");
        }
        file.work("centre", "Task_ConfirmDispatch");
        file.work("xincheng-head", "Task_SignIn", "handler", "xincheng");
        return file;
    }

    @Test
    @DisplayName("文书：无许可的得到隐去身份的副本；附件不能打开")
    void papersAreMaskedAndAttachmentsClosed() {
        Letter letter = Letter.report();
        CaseFile file = verifying(letter);
        String attachments = "/api/cases/" + file.number() + "/attachments";
        String id = bureau.upload("xincheng", attachments, "现场.txt", "现场照片说明".getBytes(StandardCharsets.UTF_8))
                .expect(201)
                .json()
                .path("id")
                .asText();
        for (String reader : List.of("centre", "leader", "xincheng-head", "xincheng")) {
            assertThat(file.papers(reader, "REPORT_REGISTRATION"))
                    .singleElement()
                    .asString()
                    .doesNotContain(letter.complainant("name"), letter.complainant("phone"), "文化路社区")
                    .contains(letter.complainant("name").substring(0, 1) + "**", letter.respondent("name"));
        }
        bureau.get("centre", attachments + "/" + id).expect(403);
        bureau.get("xincheng", attachments + "/" + id).expect(200);
        bureau.post("supervisor", "/api/cases/" + file.number() + "/identity-disclosure", Map.of("reason", "检查登记是否完整"))
                .expect(200);
        assertThat(file.papers("supervisor", "REPORT_REGISTRATION"))
                .singleElement()
                .asString()
                .contains(letter.complainant("name"), letter.complainant("phone"));
        bureau.get("supervisor", attachments + "/" + id).expect(200);
    }

    @Test
    @DisplayName("回避：不再看到、不再办理，任务交新承办人；不回避的不受影响")
    void whoStepsAsideLosesTheCase() {
        person("xincheng-2", "新城二号", "feicheng", "xincheng");
        CaseFile file = inspected(Letter.complaint(), "xincheng");
        String path = "/api/cases/" + file.number();
        String task = file.taskId("xincheng", "Task_InspectSite").orElseThrow();
        assertThat(bureau.post("xincheng-head", path + "/recusals", Map.of("userId", "xincheng", "reason", "与商户系亲属"))
                        .expect(400)
                        .wrongFields())
                .containsExactly("newHandler");
        bureau.post(
                        "xincheng-head",
                        path + "/recusals",
                        Map.of("userId", "xincheng", "reason", "与商户系亲属", "newHandler", "xincheng-2"))
                .expect(201);
        bureau.get("xincheng", path).expect(404);
        assertThat(file.tasks("xincheng")).isEmpty();
        assertThat(file.complete("xincheng", task, Map.of()).status()).isEqualTo(403);
        assertThat(bureau.get("xincheng", "/api/cases?caseNumber=" + file.number())
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
        assertThat(bureau.get("xincheng", "/api/tasks/" + task).status()).isEqualTo(404);
        bureau.post("xincheng-head", path + "/handler", Map.of("userId", "xincheng", "reason", "再让他办"))
                .expect(400);
        file.work("xincheng-2", "Task_InspectSite");
        assertThat(file.journal()).contains("回避");
    }

    @Test
    @DisplayName("回避的人在本组的任务里看不到、数不出，按编号也打不开；页码小于零不是系统出错")
    void whoStepsAsideFindsNoTaskOfTheGroup() {
        person("centre-2", "中心二号", "feicheng", "centre");
        CaseFile file = bureau.receive(Letter.complaint());
        String task = file.taskId("centre-2", "Task_DecideAcceptance").orElseThrow();
        bureau.post(
                        "centre-head",
                        "/api/cases/" + file.number() + "/recusals",
                        Map.of("userId", "centre-2", "reason", "与投诉人系亲属"))
                .expect(201);
        assertThat(file.tasks("centre-2")).isEmpty();
        assertThat(openTasks("centre-2", file)).isZero();
        assertThat(openTasks("centre", file)).isOne();
        assertThat(bureau.get("centre-2", "/engine-rest/task/" + task + "/variables")
                        .status())
                .isEqualTo(403);
    }

    private int openTasks(String user, CaseFile file) {
        return bureau.get(user, "/engine-rest/task/count?processInstanceBusinessKey=" + file.number())
                .expect(200)
                .json()
                .path("count")
                .asInt();
    }

    @Test
    @DisplayName("调到别的单位的人：手上的任务也不能再办")
    void whoMovesToAnotherUnitLosesTheCase() {
        person("mover", "调动的人", "feicheng", "xincheng");
        CaseFile file = bureau.receive(Letter.complaint());
        file.work("centre", "Task_DecideAcceptance");
        file.work("centre", "Task_ConfirmDispatch", "handlingUnit", "xincheng", "changeReason", "按职责分工");
        file.work("xincheng-head", "Task_SignIn", "handler", "mover");
        String task = file.taskId("mover", "Task_InspectSite").orElseThrow();
        identity.deleteMembership("mover", "xincheng");
        identity.createMembership("mover", "food");
        bureau.get("mover", "/api/cases/" + file.number()).expect(404);
        bureau.get("mover", "/api/tasks/" + task).expect(404);
        assertThat(file.complete("mover", task, Map.of()).status()).isEqualTo(403);

        bureau.post(
                        "xincheng-head",
                        "/api/cases/" + file.number() + "/handler",
                        Map.of("userId", "xincheng", "reason", "原承办人调出"))
                .expect(200);
        assertThat(file.taskId("xincheng", "Task_InspectSite")).hasValue(task);
    }

    @Test
    @DisplayName("被投诉的本局人员不能承办，也看不到；投诉本局单位的对该单位不存在")
    void whomItIsAboutSeesNothing() {
        person("xincheng-3", "钱秉公", "feicheng", "xincheng");
        CaseFile about = bureau.receive(
                Letter.complaint().with("respondent", Map.of("name", "钱秉公", "address", "新城街道向阳街1号", "town", "新城街道")));
        about.work("centre", "Task_DecideAcceptance");
        about.work("centre", "Task_ConfirmDispatch", "handlingUnit", "xincheng", "changeReason", "按职责分工");
        bureau.get("xincheng-3", "/api/cases/" + about.number()).expect(404);
        assertThat(about.tasks("xincheng-3")).isEmpty();
        assertThat(about.tryToWork("xincheng-head", "Task_SignIn", "handler", "xincheng-3")
                        .expect(400)
                        .sentence())
                .contains("承办人");
        about.work("xincheng-head", "Task_SignIn", "handler", "xincheng");

        CaseFile unit = bureau.receive(
                Letter.complaint().with("respondent", Map.of("name", "新城市场监管所", "address", "新城街道", "town", "新城街道")));
        unit.work("centre", "Task_DecideAcceptance");
        unit.work("centre", "Task_ConfirmDispatch", "handlingUnit", "xincheng", "changeReason", "按职责分工");
        for (String of : List.of("xincheng", "xincheng-head", "legal", "leader", "modeler", "admin")) {
            bureau.get(of, "/api/cases/" + unit.number()).expect(404);
            nothingIn(bureau.get(of, "/engine-rest/task?processInstanceBusinessKey=" + unit.number()));
        }
        unit.work("centre-head", "Task_SignIn", "handler", "centre");
        assertThat(unit.detail().path("handler").asText()).isEqualTo("centre");
    }

    /** Names of staff and units stand in the engine's own lists of users and groups: no secret to be looked for there. */
    private CaseFile against(Letter letter) {
        return new CaseFile(
                bureau,
                bureau.post("centre", "/api/submissions", letter.body())
                        .expect(201)
                        .json()
                        .path("cases")
                        .path(0)
                        .path("caseNumber")
                        .asText());
    }

    @Test
    @DisplayName("出件检查：写给对方的文字含投诉人电话、举报人姓名的，指明字段和位置，改写后才能提交")
    void whatGivesSomebodyAwayDoesNotLeave() {
        Letter letter = Letter.complaint();
        CaseFile file = inspected(letter, "xincheng");
        file.work("xincheng", "Task_InspectSite");
        Answer refused = file.tryToWork(
                        "xincheng",
                        "Task_SeekConsent",
                        "attemptLog",
                        "上午致电投诉人" + letter.complainant("phone") + "，其住文化路社区")
                .expect(400);
        assertThat(refused.sentence())
                .contains("会写入发给对方的文书", "第8至18字（电话）", "请改写后再提交")
                .doesNotContain(letter.complainant("phone"));
        file.work("xincheng", "Task_SeekConsent", "attemptLog", "上午致电投诉人");

        Letter report = Letter.report();
        CaseFile reported = verifying(report);
        reported.work("xincheng", "Task_Verify", "findings", "与" + report.complainant("name") + "核对");
        assertThat(bureau.get("leader", "/api/cases/" + reported.number() + "/steps")
                        .text())
                .doesNotContain(report.complainant("name"));
    }

    @Test
    @DisplayName("给被投诉人的文书：投诉人自己写进标题、内容的电话和住址也不留（令121第三十七条）")
    void papersForTheRespondentGiveNobodyAway() {
        Letter plain = Letter.complaint();
        String house = plain.complainant("address").replace("肥城市新城街道", "");
        Letter letter = plain.with("subject", "水壶漏水，请回电" + plain.complainant("phone") + "，送" + house);
        CaseFile file = inspected(letter, "xincheng");
        file.work("xincheng", "Task_InspectSite");
        file.work("xincheng", "Task_SeekConsent");
        file.work("xincheng", "Task_ScheduleMediation");
        assertThat(file.papers("xincheng", "MEDIATION_NOTICE"))
                .filteredOn(notice -> notice.startsWith(letter.respondent("name"))
                        || notice.contains(letter.respondent("name") + "："))
                .singleElement()
                .asString()
                .contains("水壶漏水，请回电***")
                .doesNotContain(letter.complainant("phone"), house);
        assertThat(bureau.get("xincheng", "/api/cases/" + file.number())
                        .json()
                        .path("subject")
                        .asText())
                .doesNotContain(letter.complainant("phone"), house)
                .contains("水壶漏水");
    }

    private static Stream<Arguments> attempts() {
        String none = "/engine-rest/process-definition/key/complaint-handling";
        return Stream.of(
                arguments("PUT", "/engine-rest/job/%s/retries", "{\"retries\":1}"),
                arguments("PUT", "/engine-rest/job/%s/duedate", "{\"duedate\":null}"),
                arguments("POST", "/engine-rest/job/%s/execute", "{}"),
                arguments("PUT", "/engine-rest/job/%s/suspended", "{\"suspended\":true}"),
                arguments("PUT", none + "/suspended", "{\"suspended\":true}"));
    }

    @ParameterizedTest
    @MethodSource("attempts")
    @DisplayName("流程引擎：内部监督、审计员、局领导只读，不能改作业")
    void watchersChangeNothingInTheEngine(String verb, String pattern, String body) {
        CaseFile file = inspected(Letter.complaint(), "xincheng");
        String instance = bureau.get("supervisor", "/engine-rest/process-instance?businessKey=" + file.number())
                .expect(200)
                .json()
                .path(0)
                .path("id")
                .asText();
        assertThat(instance).isNotEmpty();
        String job = bureau.get("supervisor", "/engine-rest/job?processDefinitionKey=complaint-handling")
                .expect(200)
                .json()
                .path(0)
                .path("id")
                .asText();
        assertThat(job).isNotEmpty();
        for (String watcher : List.of("supervisor", "auditor", "leader", "director", "admin", "xincheng")) {
            String path = pattern.formatted(job);
            Answer answer = verb.equals("PUT") ? bureau.put(watcher, path, body) : bureau.post(watcher, path, body);
            assertThat(answer.status())
                    .as("%s %s as %s: %s", verb, path, watcher, answer.text())
                    .isIn(403, 404, 500);
            assertThat(answer.text()).doesNotContain("\"id\"");
        }
        assertThat(bureau.get("supervisor", "/engine-rest/job/" + job)
                        .expect(200)
                        .json()
                        .path("suspended")
                        .asBoolean())
                .isFalse();
    }

    @Test
    @DisplayName("三员分立：系统管理员在引擎中也看不到办件和任务，流程管理员、审计员没有任务")
    void administratorsAreSeparateInTheEngineToo() {
        CaseFile file = inspected(Letter.complaint(), "xincheng");
        String key = "?processInstanceBusinessKey=" + file.number();
        for (String administrator : List.of("modeler", "auditor")) {
            assertThat(bureau.get(administrator, "/engine-rest/task" + key).text())
                    .isEqualTo("[]");
        }
        for (String path : List.of(
                "task" + key,
                "process-instance?businessKey=" + file.number(),
                "history/process-instance",
                "variable-instance")) {
            assertThat(bureau.get("admin", "/engine-rest/" + path).status())
                    .as(path)
                    .isEqualTo(403);
        }
        assertThat(identity.createUserQuery().memberOfGroup("camunda-admin").list())
                .singleElement()
                .satisfies(nobody -> assertThat(nobody.getId()).isEqualTo("nobody"));
    }
}
