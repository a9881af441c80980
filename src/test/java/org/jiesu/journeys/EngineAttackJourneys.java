package org.jiesu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.jiesu.journeys.Bureau.Answer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What somebody tries who has an account, and the engine's own API. */
@DisplayName("攻击：流程引擎接口")
abstract class EngineAttackJourneys extends Journeys {

    /** Without the guard it is evaluated, and the answer is an empty list. */
    private static final String CODE = "${''.getClass().getName()}";

    @Autowired
    private AuthorizationService authorizations;

    private CaseFile inspectedBy(String unit) {
        CaseFile file = bureau.receive(Letter.complaint());
        file.work("centre", "Task_DecideAcceptance");
        file.work("centre", "Task_ConfirmDispatch", "handlingUnit", unit, "changeReason", "按职责分工");
        file.work(unit + "-head", "Task_SignIn", "handler", unit);
        return file;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"assigneeExpression\":\"CODE\"}",
                "{\"orQueries\":[{\"assigneeExpression\":\"CODE\"}]}",
                "{\"orQueries\":[{\"processInstanceBusinessKeyLikeExpression\":\"CODE\"}]}",
                "{\"orQueries\":[{\"createdAfterExpression\":\"CODE\"}]}"
            })
    @DisplayName("任务查询中的表达式不会被执行，藏在“或”里的也不会：查询、计数、筛选器的附加条件")
    void noExpressionRunsInAQuery(String query) {
        String body = query.replace("CODE", CODE);
        String filter =
                bureau.get("xincheng", "/engine-rest/filter").json().at("/0/id").asText();
        for (String path : List.of("task", "task/count", "filter/" + filter + "/list", "filter/" + filter + "/count")) {
            Answer answer = bureau.post("xincheng", "/engine-rest/" + path, body);
            assertThat(answer.status()).as("%s: %s", path, answer.text()).isGreaterThanOrEqualTo(400);
        }
    }

    @Test
    @DisplayName("系统管理员给自己加任何引擎权限也没有用：看不到任务和流程，不能建筛选器、部署、启动、改作业")
    void theAdministratorGainsNothingByGrants() {
        CaseFile file = inspectedBy("xincheng");
        String task = file.taskId("xincheng", "Task_InspectSite").orElseThrow();
        String instance = instance(file);
        List<String> made = List.of(5, 6, 7, 8, 9).stream()
                .map(resource -> bureau.post(
                                "admin",
                                "/engine-rest/authorization/create",
                                Map.of(
                                        "type",
                                        1,
                                        "permissions",
                                        List.of("ALL"),
                                        "userId",
                                        "admin",
                                        "resourceType",
                                        resource,
                                        "resourceId",
                                        "*"))
                        .expect(200)
                        .json()
                        .path("id")
                        .asText())
                .toList();
        try {
            for (String path : List.of(
                    "task/" + task,
                    "task?processInstanceBusinessKey=" + file.number(),
                    "task/" + task + "/variables",
                    "process-instance/" + instance,
                    "process-instance/count",
                    "history/process-instance",
                    "history/task/count",
                    "variable-instance",
                    "deployment",
                    "job")) {
                assertThat(bureau.get("admin", "/engine-rest/" + path).status())
                        .as(path)
                        .isEqualTo(403);
            }
            Map<String, Object> filter = Map.of(
                    "resourceType",
                    "Task",
                    "name",
                    "x",
                    "properties",
                    Map.of(),
                    "query",
                    Map.of("assigneeExpression", CODE));
            assertThat(bureau.post("admin", "/engine-rest/filter/create", filter)
                            .status())
                    .isEqualTo(403);
            for (String path : List.of(
                    "deployment/create",
                    "process-definition/key/complaint-handling/start",
                    "task/" + task + "/complete",
                    "task/" + task + "/assignee",
                    "message",
                    "execution/" + instance + "/signal")) {
                assertThat(bureau.post("admin", "/engine-rest/" + path, Map.of())
                                .status())
                        .as(path)
                        .isEqualTo(403);
            }
            assertThat(bureau.delete("admin", "/engine-rest/process-instance/" + instance)
                            .status())
                    .isEqualTo(403);
        } finally {
            made.forEach(authorizations::deleteAuthorization);
        }
        assertThat(file.stage()).isEqualTo("InspectSite");
    }

    @Test
    @DisplayName("密件：分管局领导、单位在引擎里也查不到、数不出；政策法规科同样")
    void whatIsKeptFromSomebodyIsKeptInTheEngineToo() {
        CaseFile secret =
                bureau.receive(Letter.report().with("subject", "举报执法人员吃拿卡要").with("content", "反映某市场监管所工作人员检查时索要烟酒两次。"));
        bureau.get("leader", "/api/cases/" + secret.number()).expect(404);
        String instance = instance(secret);
        for (String reader : List.of("leader", "legal", "xincheng", "xincheng-head", "director")) {
            for (String path : List.of(
                    "process-instance?businessKey=" + secret.number(),
                    "process-instance/count?businessKey=" + secret.number(),
                    "process-instance/" + instance,
                    "history/process-instance/count?processInstanceBusinessKey=" + secret.number(),
                    "history/task?processInstanceBusinessKey=" + secret.number(),
                    "history/activity-instance?processInstanceId=" + instance,
                    "job?processInstanceId=" + instance)) {
                assertThat(bureau.get(reader, "/engine-rest/" + path).status())
                        .as("%s %s", reader, path)
                        .isEqualTo(403);
            }
            assertThat(bureau.get(reader, "/engine-rest/process-definition/statistics")
                            .text())
                    .isEqualTo("[]");
            assertThat(bureau.get(reader, "/engine-rest/variable-instance?processInstanceIdIn=" + instance)
                            .text())
                    .isEqualTo("[]");
            if (!reader.equals("director")) {
                assertThat(tasks(reader, Map.of("processInstanceBusinessKey", secret.number())))
                        .isZero();
            }
        }
        assertThat(bureau.get("supervisor", "/engine-rest/process-instance/count?businessKey=" + secret.number())
                        .json()
                        .path("count")
                        .asInt())
                .isPositive();
    }

    @Test
    @DisplayName("用查询条件数别人的任务：候选组、承办人、编号、变量、租户、“或”，答案都是零")
    void nothingIsLearntByCounting() {
        CaseFile mine = inspectedBy("xincheng");
        CaseFile other = inspectedBy("food");
        List<Map<String, Object>> wishes = List.of(
                Map.of("processInstanceBusinessKey", other.number()),
                Map.of("processInstanceBusinessKeyLike", "%" + other.number()),
                Map.of("assignee", "food"),
                Map.of("candidateGroup", "food", "includeAssignedTasks", true),
                Map.of("candidateGroups", List.of("food", "food-head"), "includeAssignedTasks", true),
                Map.of("candidateUser", "food", "includeAssignedTasks", true),
                Map.of("involvedUser", "food"),
                Map.of("withoutTenantId", true),
                Map.of("tenantIdIn", List.of("elsewhere")),
                Map.of("orQueries", List.of(Map.of("assignee", "food"), Map.of("candidateGroup", "food"))),
                Map.of("orQueries", List.of(Map.of("assignee", "food", "processInstanceBusinessKey", other.number()))),
                Map.of(
                        "processVariables",
                        List.of(Map.of("name", "handlingUnit", "operator", "eq", "value", "food")),
                        "assignee",
                        "food"));
        assertThat(wishes)
                .allSatisfy(wish -> assertThat(tasks("xincheng", wish)).isZero());
        assertThat(tasks("xincheng", Map.of("processInstanceBusinessKey", mine.number())))
                .isOne();
        int all = tasks("xincheng", Map.of());
        assertThat(tasks("xincheng", Map.of("processInstanceBusinessKeyLike", "%")))
                .isEqualTo(all);
        assertThat(bureau.get("xincheng", "/engine-rest/task?maxResults=100000&sortBy=assignee&sortOrder=asc")
                        .expect(200)
                        .json())
                .hasSize(all)
                .allSatisfy(task ->
                        assertThat(task.path("assignee").asText("")).isIn("xincheng", "xincheng-head", "", "null"));
        assertThat(bureau.get("xincheng", "/engine-rest/variable-instance/count")
                        .status())
                .isEqualTo(403);
        assertThat(bureau.post("xincheng", "/engine-rest/variable-instance/count", Map.of())
                        .json()
                        .path("count")
                        .asInt())
                .isZero();
    }

    @Test
    @DisplayName("直接用编号：别的单位的任务，读不到、改不了")
    void whoKnowsANumberGetsNothingByIt() {
        CaseFile mine = inspectedBy("xincheng");
        CaseFile other = inspectedBy("food");
        String task = other.taskId("food", "Task_InspectSite").orElseThrow();
        for (String part : List.of(
                "", "/form", "/deployed-form", "/rendered-form", "/form-variables", "/variables", "/identity-links")) {
            Answer answer = bureau.get("xincheng", "/engine-rest/task/" + task + part);
            assertThat(answer.status()).as(part).isIn(403, 404);
            assertThat(answer.text()).doesNotContain(other.number(), "核查");
        }
        for (String part : List.of("/comment", "/attachment")) {
            Answer answer = bureau.get("xincheng", "/engine-rest/task/" + task + part);
            assertThat(answer.text()).as(part).containsAnyOf("[]", "No task found");
        }
        for (String act :
                List.of("/claim", "/unclaim", "/complete", "/submit-form", "/assignee", "/delegate", "/resolve")) {
            assertThat(bureau.post("xincheng", "/engine-rest/task/" + task + act, Map.of("userId", "xincheng"))
                            .status())
                    .as(act)
                    .isIn(403, 404);
        }
        bureau.get("xincheng", "/api/tasks/" + task).expect(404);
        assertThat(bureau.post("xincheng", "/api/tasks/cards", Map.of("taskIds", List.of(task)))
                        .expect(200)
                        .json())
                .isEmpty();
        assertThat(bureau.post("xincheng", "/api/tasks/batch", Map.of("items", List.of(Map.of("taskId", task))))
                        .expect(200)
                        .json()
                        .at("/0/message")
                        .asText())
                .isEqualTo("没有这个任务");

        assertThat(other.stage()).isEqualTo("InspectSite");
    }

    @Test
    @DisplayName("直接用编号：别的办件的文书、附件，放在自己的办件名下也打不开")
    void whoKnowsAPaperGetsNothingByIt() {
        CaseFile mine = inspectedBy("xincheng");
        CaseFile other = inspectedBy("food");
        String attachment = bureau.upload(
                        "food", "/api/cases/" + other.number() + "/attachments", "现场.txt", "现场".getBytes())
                .expect(201)
                .json()
                .path("id")
                .asText();
        String paper = bureau.get("centre", "/api/cases/" + other.number() + "/papers")
                .expect(200)
                .json()
                .at("/0/id")
                .asText();
        assertThat(paper).isNotEmpty();
        List<String> opened = Stream.of(mine, other)
                .flatMap(file -> Stream.of("/papers/" + paper, "/attachments/" + attachment)
                        .map(path -> "/api/cases/" + file.number() + path))
                .filter(path -> bureau.get("xincheng", path).status() != 404)
                .toList();
        assertThat(opened).isEmpty();
    }

    @Test
    @DisplayName("直接用编号：别人的消息不能标为已读")
    void whoKnowsAMessageGetsNothingByIt() {
        Letter plain = Letter.report();
        CaseFile file = bureau.receive(plain.with(
                "complainant",
                Map.of("name", plain.complainant("name"), "phone", plain.complainant("phone"), "confidential", true)));
        if (file.stage().equals("DecideReportRoute")) {
            file.work("centre", "Task_DecideReportRoute");
        }
        file.work("centre", "Task_ConfirmDispatch");
        file.work("xincheng-head", "Task_SignIn", "handler", "xincheng");
        bureau.post("xincheng", "/api/cases/" + file.number() + "/identity-disclosure", Map.of("reason", "核实照片"))
                .expect(202);
        String message = bureau.get("xincheng-head", "/api/messages")
                .expect(200)
                .json()
                .at("/content/0/id")
                .asText();
        assertThat(message).isNotEmpty();
        bureau.post("food-head", "/api/messages/" + message + "/reading", Map.of())
                .expect(404);
        bureau.post("xincheng-head", "/api/messages/" + message + "/reading", Map.of())
                .expect(204);
    }

    @Test
    @DisplayName("任务查询的页码小于零：400，不是系统出错")
    void pagesBeforeTheFirst() {
        for (String page : List.of("maxResults=-5", "firstResult=-5")) {
            assertThat(bureau.get("xincheng", "/engine-rest/task?" + page).status())
                    .as(page)
                    .isEqualTo(400);
        }
    }

    private int tasks(String user, Map<String, Object> query) {
        return bureau.post(user, "/engine-rest/task/count", query)
                .expect(200)
                .json()
                .path("count")
                .asInt();
    }

    private String instance(CaseFile file) {
        return bureau.get("supervisor", "/engine-rest/process-instance?businessKey=" + file.number())
                .expect(200)
                .json()
                .at("/0/id")
                .asText();
    }
}
