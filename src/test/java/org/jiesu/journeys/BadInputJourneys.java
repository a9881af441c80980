package org.jiesu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jiesu.journeys.Bureau.Answer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("有误的来件和表单：说清错在哪里，什么也不留下")
abstract class BadInputJourneys extends Journeys {

    private static final String CHINESE = "[\\u4e00-\\u9fff]";

    @Test
    @DisplayName("缺少的字段一次全部指出")
    void everyMissingFieldAtOnce() {
        Answer answer = refused("{}", 400);
        assertThat(answer.wrongFields())
                .containsExactlyInAnyOrder("institution", "channel", "subject", "content", "complainant", "respondent");
    }

    static Stream<Arguments> wrongLetters() {
        return Stream.of(
                Arguments.of("类型代码错误", "kind", Letter.complaint().with("kind", "WISH")),
                Arguments.of("渠道代码错误", "channel", Letter.complaint().with("channel", "pigeon")),
                Arguments.of("未知机构", "institution", Letter.complaint().with("institution", "atlantis")),
                Arguments.of(
                        "收到时间在将来", "receivedAt", Letter.complaint().with("receivedAt", "2027-01-01T00:00:00+08:00")),
                Arguments.of("发生日期在将来", "occurredAt", Letter.complaint().with("occurredAt", "2027-01-01")),
                Arguments.of("含空字符", "content", Letter.complaint().with("content", "漏水\u0000的水壶")),
                Arguments.of("标题过长", "subject", Letter.complaint().with("subject", "水".repeat(201))),
                Arguments.of("金额不是数", "paidAmount", Letter.complaint().with("paidAmount", "很多")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongLetters")
    @DisplayName("字段有误")
    void aWrongField(String what, String field, Letter letter) {
        assertThat(refused(letter.body().toString(), 400).wrongFields()).containsExactly(field);
    }

    @Test
    @DisplayName("1 MB 的内容：413")
    void tooMuchText() {
        refused(Letter.complaint().with("content", "a".repeat(1 << 20)).body().toString(), 413);
    }

    @Test
    @DisplayName("断开的 JSON、嵌套两万层的 JSON、不是对象的 JSON：400")
    void notReallyJson() {
        refused("{\"institution\": \"feicheng\", \"channel\":", 400);
        refused("[".repeat(20_000) + "]".repeat(20_000), 400);
        refused("{\"a\":".repeat(20_000) + "1" + "}".repeat(20_000), 400);
        refused("[]", 400);
        refused("", 400);
    }

    @Test
    @DisplayName("五件相同来件同时到达：一个办件")
    void fiveAtOnce() throws Exception {
        Letter letter = Letter.complaint().by12345(MONDAY.minusMinutes(30));
        long before = casesSeen();
        List<Answer> all = fiveTimesAtOnce(() -> bureau.register(letter));
        assertThat(all).extracting(Answer::status).containsExactlyInAnyOrder(201, 200, 200, 200, 200);
        assertThat(all).extracting(Answer::json).containsOnly(all.get(0).json());
        assertThat(casesSeen()).isEqualTo(before + 1);
    }

    @Test
    @DisplayName("同一张表单同时提交五次、办完后再提交：只办一次，其余答复任务已经办理")
    void oneFormFiveTimesAtOnce() throws Exception {
        CaseFile file = inspected();
        String task = file.taskId("xincheng", "Task_SeekConsent").orElseThrow();
        Map<String, Object> filled = Map.of("complainantConsents", "true", "respondentConsents", "true");

        List<Answer> all = fiveTimesAtOnce(() -> file.complete("xincheng", task, filled));
        assertThat(all).extracting(Answer::status).containsExactlyInAnyOrder(204, 400, 400, 400, 400);
        Map<String, String> after = traces(file);
        assertThat(file.complete("xincheng", task, filled).expect(400).sentence())
                .contains("已经办理");

        assertThat(all).filteredOn(answer -> answer.status() == 400).allSatisfy(answer -> assertThat(answer.sentence())
                .contains("已经办理"));
        assertThat(traces(file)).isEqualTo(after);
    }

    private static List<Answer> fiveTimesAtOnce(Callable<Answer> act) throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(5);
        CyclicBarrier together = new CyclicBarrier(5);
        try {
            List<Future<Answer>> sent = IntStream.range(0, 5)
                    .mapToObj(i -> senders.submit(() -> {
                        together.await();
                        return act.call();
                    }))
                    .toList();
            List<Answer> all = new ArrayList<>();
            for (Future<Answer> one : sent) {
                all.add(one.get());
            }
            return all;
        } finally {
            senders.shutdown();
        }
    }

    @Test
    @DisplayName("空表单、未声明的字段、错误的选项：400，任务、经过、办理记录都不变")
    void aFormThatIsNotFilledIn() {
        CaseFile file = inspected();
        String task = file.taskId("xincheng", "Task_SeekConsent").orElseThrow();
        Map<String, String> before = traces(file);

        Answer empty = file.complete("xincheng", task, Map.of()).expect(400);
        assertThat(empty.sentence()).contains("投诉人是否同意调解").contains("被投诉人是否同意调解");
        Answer undeclared = file.tryToWork("xincheng", "Task_SeekConsent", "handlingUnit", "laocheng")
                .expect(400);
        assertThat(undeclared.sentence()).containsPattern(CHINESE);
        Answer wrong = file.tryToWork("xincheng", "Task_SeekConsent", "complainantConsents", "maybe")
                .expect(400);
        assertThat(wrong.sentence()).contains("投诉人是否同意调解");

        assertThat(traces(file)).isEqualTo(before);
    }

    @Test
    @DisplayName("未认领的任务提交有误：不会因此被认领")
    void aRefusedFormClaimsNothing() {
        CaseFile file = bureau.receive(Letter.complaint());
        Map<String, String> before = traces(file);
        String task = file.taskId("centre", "Task_DecideAcceptance").orElseThrow();
        file.complete("centre", task, Map.of("accepted", "false")).expect(400);
        assertThat(traces(file)).isEqualTo(before);
        assertThat(file.tasks("centre").get(0).path("assignee").isNull()).isTrue();
    }

    @Test
    @DisplayName("附件：存得下、取得回；不接受的类型、没有文件、过大的、第二十一个都有中文答复")
    void attachments() {
        CaseFile file = bureau.receive(Letter.complaint());
        String at = "/api/cases/" + file.number() + "/attachments";
        byte[] receipt = "购物小票：电热水壶一台".getBytes(StandardCharsets.UTF_8);
        String id = bureau.upload("centre", at, "receipt.txt", receipt)
                .expect(201)
                .json()
                .path("id")
                .asText();
        assertThat(bureau.get("centre", at + "/" + id).expect(200).body()).isEqualTo(receipt);
        bureau.get("laocheng", at + "/" + id).expect(404);

        byte[] program = {0x4d, 0x5a, (byte) 0x90, 0};
        assertThat(bureau.upload("centre", at, "photo.jpg", program).expect(400).wrongFields())
                .containsExactly("file");
        assertThat(bureau.post("centre", at, Map.of()).expect(400).wrongFields())
                .containsExactly("file");
        assertThat(bureau.upload("centre", at, "long.txt", new byte[(20 << 20) + 1])
                        .expect(413)
                        .sentence())
                .contains("20 MB");
        for (int i = 1; i < 20; i++) {
            bureau.upload("centre", at, i + ".txt", receipt).expect(201);
        }
        assertThat(bureau.upload("centre", at, "21.txt", receipt).expect(409).sentence())
                .contains("最多 20 个");
        assertThat(bureau.get("centre", at).expect(200).json()).hasSize(20);
    }

    @Test
    @DisplayName("演练时间：不能后退（409），不能跳到“不走的时限”之后（400）")
    void impossibleTimes() {
        String clock = "/api/rehearsal/clock";
        bureau.post("modeler", clock, Map.of("now", "2026-11-08T09:00:00+08:00"))
                .expect(409);
        assertThat(bureau.post("modeler", clock, Map.of("now", "+10000-01-01T00:00:00+08:00"))
                        .expect(400)
                        .wrongFields())
                .containsExactly("now");
        bureau.post("centre", clock, Map.of("now", "x")).expect(403);
    }

    @Test
    @DisplayName("批量提交中有一项没有任务编号：400，其余各项都不办")
    void aBatchWithoutTask() {
        CaseFile file = bureau.receive(Letter.complaint());
        String task = file.taskId("centre", "Task_DecideAcceptance").orElseThrow();
        String body = "{\"items\": [{\"taskId\": \"" + task + "\", \"variables\": {\"accepted\": \"true\"}}, null]}";
        assertThat(bureau.post("centre", "/api/tasks/batch", body).expect(400).wrongFields())
                .containsExactly("items");
        assertThat(file.stage()).isEqualTo("DecideAcceptance");
    }

    @Test
    @DisplayName("其他单位的任务不能办，其他镇街的办件看不见；密码错误401")
    void strangers() {
        CaseFile file = inspected();
        String task = file.taskId("xincheng", "Task_SeekConsent").orElseThrow();
        Map<String, String> before = traces(file);
        assertThat(file.complete("laocheng", task, Map.of("complainantConsents", "true", "respondentConsents", "true"))
                        .status())
                .isIn(403, 404);
        assertThat(bureau.get("laocheng", "/engine-rest/task/" + task).status()).isIn(403, 404);
        bureau.get("laocheng", "/api/cases/" + file.number()).expect(404);
        bureau.get("laocheng", "/api/cases/" + file.number() + "/papers").expect(404);
        assertThat(file.tasks("laocheng")).isEmpty();
        assertThat(traces(file)).isEqualTo(before);

        assertThat(bureau.getWithPassword("anlinzhan", "wrong", "/api/cases").status())
                .isEqualTo(401);
        assertThat(bureau.getWithPassword("nobody", "wrong", "/engine-rest/task")
                        .status())
                .isEqualTo(401);
        bureau.post("xincheng", "/api/submissions", Letter.complaint().body()).expect(403);
    }

    private CaseFile inspected() {
        CaseFile file = bureau.receive(Letter.complaint());
        file.work("centre", "Task_DecideAcceptance");
        file.work("centre", "Task_ConfirmDispatch");
        file.work("xincheng-head", "Task_SignIn", "handler", "xincheng");
        file.work("xincheng", "Task_InspectSite");
        return file;
    }

    /** Everything that an act would leave: the case with its clocks, its journal, its filled forms, its tasks. */
    private Map<String, String> traces(CaseFile file) {
        String at = "/api/cases/" + file.number();
        return Map.of(
                "case", bureau.get("centre", at).text(),
                "journal", bureau.get("centre", at + "/journal").text(),
                "steps", bureau.get("centre", at + "/steps").text(),
                "tasks", file.tasks("xincheng").toString() + file.tasks("centre"));
    }

    /** Refused with a Chinese sentence, and no case came of it. */
    private Answer refused(String body, int status) {
        long before = casesSeen();
        Answer answer = bureau.post("centre", "/api/submissions", body).expect(status);
        assertThat(answer.sentence()).containsPattern(CHINESE);
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
        assertThat(casesSeen()).isEqualTo(before);
        return answer;
    }

    private long casesSeen() {
        JsonNode page = bureau.get("centre", "/api/cases?size=1").expect(200).json();
        return page.path("total").asLong();
    }
}
