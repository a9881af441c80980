package org.jiesu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Each begins in a month of its own, before those of the other journeys, and closes its cases. */
@DisplayName("催办督办")
abstract class SupervisionJourneys extends Journeys {

    @Autowired
    private TaskService tasks;

    /** The Wednesday from which 7 working days lead over 元旦: 1 to 3 January are off, 4 January is made up. */
    private static final LocalDateTime BEFORE_NEW_YEAR = LocalDateTime.of(2025, 12, 25, 10, 0);

    @Test
    @DisplayName("跨元旦：提前两个工作日上班时催办，每人一条消息，不含姓名（S3-2.3e 提前2天统一催办）")
    void remindsTwoWorkingDaysAheadOverAHoliday() {
        bureau.itIs(BEFORE_NEW_YEAR);
        Letter letter = Letter.complaint();
        CaseFile file = bureau.receive(letter);
        CaseFile another = bureau.receive(Letter.complaint());
        assertThat(file.due("acceptance").toLocalDate().toString()).isEqualTo("2026-01-06");

        bureau.moveTo(LocalDateTime.of(2026, 1, 4, 8, 29, 59));
        assertThat(file.measures()).isEmpty();
        bureau.moveTo(LocalDateTime.of(2026, 1, 4, 8, 30));
        assertThat(file.measures()).containsExactly("acceptance REMIND");
        assertThat(about("centre", file)).isEmpty();
        bureau.moveTo(LocalDateTime.of(2026, 1, 4, 8, 45));

        List<JsonNode> received = about("centre", file);
        assertThat(received).hasSize(1);
        String told = received.get(0).toString();
        assertThat(told)
                .contains(file.number(), another.number(), "“受理决定”期限1月6日到期", "催办")
                .doesNotContain(letter.complainant("name"), letter.respondent("name"));
        assertThat(about("xincheng", file)).isEmpty();

        String id = received.get(0).path("id").asText();
        bureau.post("xincheng", "/api/messages/" + id + "/reading", "").expect(404);
        long unread = unread("centre");
        bureau.post("centre", "/api/messages/" + id + "/reading", "").expect(204);
        bureau.post("centre", "/api/messages/" + id + "/reading", "").expect(204);
        assertThat(unread("centre")).isEqualTo(unread - 1);
        withdraw(file, another);
    }

    @Test
    @DisplayName("超期二十个工作日：黄色、红色、登记、通知单、上报、挂牌、考核各一次；事后办理仍是超期（S0-4.3.4e S0-4.3.4f C9）")
    void climbsTheLadderOnce() {
        bureau.itIs(LocalDateTime.of(2025, 3, 3, 9, 0));
        CaseFile file = bureau.receive(Letter.complaint());
        // The 7th working day after Monday, 3 March, is Wednesday, 12 March.
        bureau.moveTo(LocalDateTime.of(2025, 3, 12, 9, 0));
        assertThat(ofAcceptance(file)).containsExactly("acceptance REMIND", "acceptance YELLOW");
        bureau.moveTo(LocalDateTime.of(2025, 3, 13, 8, 29));
        assertThat(ofAcceptance(file)).hasSize(2);
        bureau.moveTo(LocalDateTime.of(2025, 4, 10, 9, 0));

        assertThat(ofAcceptance(file))
                .containsExactly(
                        "acceptance REMIND",
                        "acceptance YELLOW",
                        "acceptance RED",
                        "acceptance OVERDUE_RECORD",
                        "acceptance SUPERVISION_NOTICE",
                        "acceptance REPORT_LEADER",
                        "acceptance LISTED",
                        "acceptance EVALUATION");
        assertThat(file.detail().path("supervision").path("listed").asBoolean()).isTrue();
        assertThat(file.papers("supervisor", "SUPERVISION_NOTICE").get(0))
                .contains("肥市监督〔2025〕第", "受理决定，2025年3月12日届满，已超期2个工作日", "2025年3月18日前书面回复");
        assertThat(bureau.get("supervisor", "/api/cases/" + file.number() + "/papers")
                        .json()
                        .findValuesAsText("number"))
                .filteredOn(number -> number.contains("监督〔"))
                .as("one notice on each period that ran out, under its own number")
                .hasSize(2)
                .doesNotHaveDuplicates();
        assertThat(about("leader", file))
                .filteredOn(message -> message.toString().contains("“受理决定”"))
                .as("上报领导、挂牌督办")
                .hasSize(2);

        assertThat(file.dueOf("centre-head", "Task_AnswerSupervision"))
                .as("受理期限约束投诉中心，由投诉中心答复")
                .isEqualTo(LocalDateTime.of(2025, 3, 18, 23, 59, 59));
        assertThat(ofClock(file, "supervisionAnswer").stream().distinct())
                .as("an answer is urged, but brings no notice of its own")
                .containsExactly(
                        "supervisionAnswer REMIND",
                        "supervisionAnswer YELLOW",
                        "supervisionAnswer RED",
                        "supervisionAnswer OVERDUE_RECORD",
                        "supervisionAnswer REPORT_LEADER");
        assertThat(file.stage()).as("an answer is not where the case stands").isEqualTo("DecideAcceptance");
        assertThat(file.tryToWork("centre-head", "Task_AnswerSupervision", "finishBy", "2025-04-01")
                        .expect(400)
                        .sentence())
                .contains("“预计办结日期”不能早于今天");
        file.work("centre-head", "Task_AnswerSupervision");
        file.work("centre-head", "Task_AnswerSupervision");
        assertThat(file.measures())
                .as("the notices of both clocks that ran out")
                .contains("acceptance ANSWERED", "dispatch ANSWERED");
        assertThat(file.clockState("supervisionAnswer")).isEqualTo("MISSED");
        assertThat(inbox("supervisor").get(0).path("subject").asText()).isEqualTo("督办通知单已回复：" + file.number());

        withdraw(file);
        assertThat(file.clockState("acceptance")).isEqualTo("MISSED");
        JsonNode standing = file.detail().path("supervision");
        assertThat(standing.path("late").asBoolean()).isTrue();
        assertThat(standing.path("level").asInt()).isEqualTo(3);
    }

    @Test
    @DisplayName("夜间重大紧急：情况报告，领导三十分钟未阅即告知投诉中心电话报告（S0-3.4a S0-3.4b C11）")
    void callsTheLeaderAtNight() {
        bureau.itIs(LocalDateTime.of(2024, 6, 7, 23, 50));
        CaseFile file = bureau.receive(Letter.complaint().with("urgent", true).with("peopleAffected", 12));
        LocalDateTime due = file.due("leaderReading");
        assertThat(due).isEqualTo(file.started("leaderReading").plusMinutes(30)).isAfter("2024-06-08T00:19");
        assertThat(file.dueOf("leader", "Task_ReportToLeader")).isEqualToIgnoringNanos(due);

        bureau.post("centre", "/api/cases/" + file.number() + "/urgent-reports", Map.of("place", "新城街道"))
                .expect(400);
        bureau.post(
                        "centre",
                        "/api/cases/" + file.number() + "/urgent-reports",
                        Map.of(
                                "occurredAt", "6月7日晚",
                                "place", "新城街道某酒店",
                                "peopleAffected", "12人",
                                "harm", "呕吐、腹泻，无生命危险",
                                "measures", "已通知食品科到场",
                                "proposal", "请通报卫健部门"))
                .expect(201);
        assertThat(inbox("leader").get(0).path("subject").asText()).contains("情况报告", file.number());

        bureau.moveTo(due);
        assertThat(file.measures()).containsExactly("leaderReading REMIND");
        bureau.moveTo(due.plusSeconds(1));
        assertThat(file.measures()).containsExactly("leaderReading REMIND", "leaderReading CALL_LEADER");
        assertThat(inbox("centre").get(0).toString()).contains("电话报告", file.number(), "0538-0000001");

        file.work("leader", "Task_ReportToLeader");
        assertThat(file.clockState("leaderReading")).isEqualTo("MISSED");
        withdraw(file);
    }

    @Test
    @DisplayName("领导批示点名单位和期限：成为该单位的任务，照样催办，落实结果告知领导（S3-1a）")
    void anInstructionBecomesATask() {
        bureau.itIs(LocalDateTime.of(2024, 9, 2, 9, 0));
        CaseFile file = bureau.receive(Letter.complaint());
        String path = "/api/cases/" + file.number() + "/instructions";
        assertThat(bureau.post("leader", path, Map.of("text", "请查明", "unit", "xincheng", "dueOn", "2024-09-06"))
                        .expect(400)
                        .wrongFields())
                .as("the unit does not see the case yet")
                .containsExactly("unit");
        assertThat(bureau.post("leader", path, Map.of("text", "请查明", "unit", "centre"))
                        .expect(400)
                        .wrongFields())
                .containsExactly("dueOn");
        bureau.post("centre", path, Map.of("text", "请查明")).expect(403);
        bureau.post("leader", path, Map.of("text", "请核实进货渠道", "unit", "centre", "dueOn", "2024-09-06"))
                .expect(201);
        bureau.post("director", path, Map.of("text", "请面谈", "assignee", "centre-head", "dueOn", "2024-09-10"))
                .expect(201);

        assertThat(file.stage()).isEqualTo("DecideAcceptance");
        assertThat(file.dueOf("centre", "Task_CarryOutInstruction"))
                .isEqualTo(LocalDateTime.of(2024, 9, 6, 23, 59, 59));
        assertThat(file.dueOf("centre", "Task_DecideAcceptance").toLocalDate().toString())
                .isEqualTo("2024-09-11");
        bureau.moveTo(LocalDateTime.of(2024, 9, 4, 8, 45));
        assertThat(about("centre", file).get(0).toString()).contains("“落实批示”期限9月6日到期");

        file.work("centre", "Task_CarryOutInstruction");

        assertThat(inbox("leader").get(0).path("subject").asText()).isEqualTo("批示已落实：" + file.number());
        assertThat(file.journal()).contains("领导批示", "交办批示", "落实批示");
        assertThat(file.dueOf("centre-head", "Task_CarryOutInstruction")
                        .toLocalDate()
                        .toString())
                .isEqualTo("2024-09-10");
        withdraw(file);
        assertThat(file.tasks("centre-head")).isEmpty();
    }

    @Test
    @DisplayName("件件有着落：投诉和咨询从登记起就有人、有期限；名单只给投诉中心主任和内部监督小组（S1-SW-B1c）")
    void everyCaseHasAPlace() {
        bureau.itIs(MONDAY);
        CaseFile file = bureau.receive(Letter.complaint());
        CaseFile question = bureau.receive(Letter.complaint().with("kind", "CONSULTATION"));

        bureau.get("xincheng", "/api/supervision/orphans").expect(403);
        JsonNode found = bureau.get("centre-head", "/api/supervision/orphans")
                .expect(200)
                .json();
        assertThat(found.path("content").toString()).doesNotContain(file.number(), question.number());

        String task = tasks.createTaskQuery()
                .processInstanceBusinessKey(file.number())
                .taskCandidateGroup("centre")
                .singleResult()
                .getId();
        tasks.deleteCandidateGroup(task, "centre");
        assertThat(bureau.get("centre-head", "/api/supervision/orphans")
                        .expect(200)
                        .json()
                        .path("content"))
                .filteredOn(orphan -> orphan.path("caseNumber").asText().equals(file.number()))
                .singleElement()
                .satisfies(orphan -> assertThat(orphan.path("lacks"))
                        .hasSize(1)
                        .first()
                        .extracting(JsonNode::asText)
                        .isEqualTo("没有办理人员或者单位"));
        tasks.addCandidateGroup(task, "centre");
        withdraw(file);
    }

    @Test
    @DisplayName("件件有着落：每晚两点核对，结果发给投诉中心主任和内部监督小组，没有的也发（S1-SW-B1c）")
    void looksForOrphansEveryNight() {
        LocalDateTime night = nextOrphanCheck();
        assertThat(night.getHour()).isEqualTo(2);
        bureau.itIs(night.minusMinutes(1));
        CaseFile file = bureau.receive(Letter.complaint());

        bureau.moveTo(night);

        for (String told : List.of("centre-head", "supervisor")) {
            assertThat(inbox(told))
                    .filteredOn(message -> message.path("subject").asText().startsWith("件件有着落检查"))
                    .filteredOn(message -> message.path("sentAt").asText().startsWith(night.toString()))
                    .singleElement()
                    .satisfies(message -> assertThat(message.toString()).doesNotContain(file.number()));
        }
        assertThat(nextOrphanCheck()).isEqualTo(night.plusDays(1));
        withdraw(file);
    }

    private LocalDateTime nextOrphanCheck() {
        JsonNode jobs = bureau.get("supervisor", "/engine-rest/job?processDefinitionKey=orphan-check")
                .expect(200)
                .json();
        assertThat(jobs).hasSize(1);
        return LocalDateTime.parse(jobs.get(0).path("dueDate").asText().substring(0, 19));
    }

    @Test
    @DisplayName("内部监督小组：同一种子抽到同样的办件，超期的优先；发现问题的限期整改，形成报告（S0-7.1）")
    void inspectsASample() {
        bureau.itIs(LocalDateTime.of(2023, 3, 1, 9, 0));
        Letter letter = Letter.complaint();
        CaseFile late = bureau.receive(letter);
        bureau.moveTo(LocalDateTime.of(2023, 3, 15, 9, 0));
        List<CaseFile> others = List.of(
                bureau.receive(Letter.complaint()),
                bureau.receive(Letter.complaint()),
                bureau.receive(Letter.complaint()));
        Map<String, Object> wanted = Map.of("from", "2023-03-01", "until", "2023-03-31", "size", 2, "seed", 7);
        bureau.post("centre", "/api/inspections", wanted).expect(403);
        assertThat(bureau.post("supervisor", "/api/inspections", Map.of("size", 0))
                        .expect(400)
                        .wrongFields())
                .containsExactly("from", "until", "size");

        JsonNode sample = bureau.post("supervisor", "/api/inspections", wanted)
                .expect(201)
                .json();
        assertThat(sample.path("cases")).hasSize(2);
        assertThat(sample.at("/cases/0/caseNumber").asText()).isEqualTo(late.number());
        assertThat(sample.at("/cases/0/risks").asText()).isEqualTo("超期");
        assertThat(late.stage())
                .as("an inspection is not where the case stands")
                .isEqualTo("DecideAcceptance");
        bureau.post("supervisor", "/api/cases/" + late.number() + "/clues", Map.of("facts", "线索"))
                .expect(403);

        assertThat(late.tryToWork("supervisor", "Task_InspectCase", "periodsKept", "false")
                        .expect(400)
                        .sentence())
                .contains("发现问题的须填写“发现的问题”", "发现问题的须填写“整改期限”");
        late.work(
                "supervisor",
                "Task_InspectCase",
                "periodsKept",
                "false",
                "finding",
                "受理超期三个工作日，未告知" + letter.complainant("name"),
                "rectifyBy",
                "2023-03-24");
        assertThat(late.dueOf("centre-head", "Task_RectifyFinding"))
                .isEqualTo(LocalDateTime.of(2023, 3, 24, 23, 59, 59));
        late.work("centre-head", "Task_RectifyFinding");
        assertThat(late.clockState("rectification")).isEqualTo("MET");
        CaseFile other = new CaseFile(bureau, sample.at("/cases/1/caseNumber").asText());
        other.work("supervisor", "Task_InspectCase");

        String path = "/api/inspections/" + sample.path("number").asText();
        String paper = bureau.post("supervisor", path + "/report", "")
                .expect(201)
                .json()
                .path("id")
                .asText();
        assertThat(CaseFile.text(bureau.get("supervisor", path + "/papers/" + paper)
                        .expect(200)
                        .body()))
                .contains("抽取2件，已检查2件。流程不合规0件，时限未遵守1件", "要求整改1件，已完成1件", late.number() + "（超期）", "种子7")
                .contains("受理超期三个工作日")
                .doesNotContain(letter.complainant("name"));
        assertThat(bureau.get("supervisor", "/api/inspections").expect(200).text())
                .contains("受理超期三个工作日")
                .doesNotContain(letter.complainant("name"));

        withdraw(late);
        others.forEach(this::withdraw);
    }

    @Test
    @DisplayName("整改不因办件办结而终止：照样催办、督办、发督办通知单，整改后才不再督办（S0-7.1）")
    void urgesTheRectificationOfAClosedCase() {
        bureau.itIs(LocalDateTime.of(2022, 3, 1, 9, 0));
        CaseFile closedBefore = bureau.receive(Letter.complaint());
        withdraw(closedBefore);
        CaseFile closedAfter = bureau.receive(Letter.complaint());
        bureau.post(
                        "supervisor",
                        "/api/inspections",
                        Map.of("from", "2022-03-01", "until", "2022-03-31", "size", 2, "seed", 1))
                .expect(201);
        List<CaseFile> both = List.of(closedBefore, closedAfter);
        both.forEach(file -> file.work(
                "supervisor", "Task_InspectCase", "fair", "false", "finding", "未听取被投诉人意见", "rectifyBy", "2022-03-11"));
        withdraw(closedAfter);

        bureau.moveTo(LocalDateTime.of(2022, 3, 9, 8, 45));
        for (CaseFile file : both) {
            assertThat(file.measures()).containsExactly("rectification REMIND");
            assertThat(about("centre-head", file).get(0).toString()).contains("“整改”期限3月11日到期");
        }
        bureau.moveTo(LocalDateTime.of(2022, 3, 16, 9, 0));
        for (CaseFile file : both) {
            assertThat(ofClock(file, "rectification"))
                    .containsExactly(
                            "rectification REMIND",
                            "rectification YELLOW",
                            "rectification RED",
                            "rectification OVERDUE_RECORD",
                            "rectification SUPERVISION_NOTICE");
            file.work("centre-head", "Task_RectifyFinding");
            assertThat(file.clockState("rectification")).isEqualTo("MISSED");
            assertThat(processes(file)).containsExactlyInAnyOrder("case-supervision", "supervision-answer");
            file.work("centre-head", "Task_AnswerSupervision");
            assertThat(processes(file)).isEmpty();
        }
    }

    private List<String> processes(CaseFile file) {
        JsonNode open = bureau.get("modeler", "/engine-rest/process-instance?businessKey=" + file.number())
                .expect(200)
                .json();
        return StreamSupport.stream(open.spliterator(), false)
                .map(instance -> instance.path("definitionId").asText().split(":")[0])
                .toList();
    }

    private static List<String> ofAcceptance(CaseFile file) {
        return ofClock(file, "acceptance");
    }

    private static List<String> ofClock(CaseFile file, String clock) {
        return file.measures().stream()
                .filter(measure -> measure.startsWith(clock + " "))
                .toList();
    }

    /** The messages that name the case, newest first. */
    private List<JsonNode> about(String user, CaseFile file) {
        return inbox(user).stream()
                .filter(message -> message.toString().contains(file.number()))
                .toList();
    }

    /** Nobody has to watch these cases in the months that other journeys let pass. */
    private void withdraw(CaseFile... files) {
        for (CaseFile file : files) {
            bureau.post("centre", "/api/cases/" + file.number() + "/withdrawal", Map.of("reason", "投诉人撤回"))
                    .expect(200);
            assertThat(file.state()).isEqualTo("CLOSED");
        }
    }

    private List<JsonNode> inbox(String user) {
        JsonNode inbox = bureau.get(user, "/api/messages?size=200").expect(200).json();
        return StreamSupport.stream(inbox.path("content").spliterator(), false).toList();
    }

    private long unread(String user) {
        return bureau.get(user, "/api/messages")
                .expect(200)
                .json()
                .path("unread")
                .asLong();
    }
}
