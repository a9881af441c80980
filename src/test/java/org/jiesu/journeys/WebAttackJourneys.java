package org.jiesu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.jiesu.journeys.Bureau.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** What a stranger, another website or a bent request tries at the doors. */
@DisplayName("攻击：地址、会话、跨站、请求")
abstract class WebAttackJourneys extends Journeys {

    private static final String JSON = "application/json";
    private static final String SEARCH = "{\"phone\":\"13900000000\"}";

    @Autowired
    private IdentityService identity;

    private CaseFile file;

    @BeforeEach
    void aCase() {
        file = bureau.receive(Letter.complaint());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/engine/engine;x=y/default/user",
                "/camunda/api/engine/engine;/default/process-instance",
                "/camunda/api/engine/engine;x=y/default/task",
                "/camunda/api/cockpit/plugin;x=y/base/default/process-definition/statistics",
                "/camunda/api/engine/engine/default;x=y/user",
                "/camunda/api/engine/%65ngine/default/user",
                "/camunda//api/engine/engine/default/user",
                "/camunda/api/engine/engine/default/user",
                "/camunda/api/engine/engine/default/history/task",
                "/camunda/api/cockpit/plugin/base/default/process-definition/statistics",
                "/engine-rest/user",
                "/engine-rest//user",
                "/engine-rest;x=y/user",
                "/engine-rest/engine;x=y/default/user",
                "/engine-rest/engine/../user",
                "/x/../engine-rest/user",
                "/api/cases",
                "//api/cases",
                "/api;x=y/cases",
                "/%61pi/cases",
                "/api/./cases",
                "/api/public/../cases",
                "/api/public/..;/cases",
                "/api/public/%2e%2e/cases",
                "/api/public%2f..%2fcases",
                "/api/public/;/../../cases"
            })
    @DisplayName("没有登录：地址怎么写都进不来，什么也得不到")
    void noAddressLetsAStrangerIn(String address) {
        for (String verb : List.of("GET", "POST", "PUT", "DELETE", "HEAD")) {
            Answer answer = bureau.ask(verb, address, "", "Content-Type", JSON, "X-Original-URL", "/api/cases");
            assertThat(answer.status()).as("%s %s", verb, address).isIn(400, 401, 403, 404);
            assertThat(answer.text()).doesNotContain("\"id\"", file.number());
        }
    }

    @Test
    @DisplayName("没有登录：也不能借引擎建立用户、启动流程（路径参数绕过 Camunda 的会话检查）")
    void aStrangerMakesNoUser() {
        Session stranger = Session.open(bureau);
        String user =
                "{\"profile\":{\"id\":\"evil\",\"firstName\":\"e\",\"lastName\":\"e\"},\"credentials\":{\"password\":\"correct horse battery\"}}";
        for (String engine : List.of("engine;x=y/default", "engine/default", "engine/default;x")) {
            Answer answer = stranger.post("/camunda/api/engine/" + engine + "/user/create", user);
            assertThat(answer.status()).as(engine).isEqualTo(engine.contains(";") ? 400 : 401);
        }
        assertThat(stranger.post("/camunda/api/admin/setup/default/user/create", user)
                        .status())
                .as("the setup page")
                .isEqualTo(403);
        assertThat(identity.createUserQuery().userId("evil").count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/env",
                "/actuator/sbom",
                "/actuator/beans",
                "/actuator/heapdump",
                "/actuator/loggers",
                "/actuator/mappings",
                "/h2-console",
                "/h2-console/",
                "/application.yml",
                "/META-INF/sbom/application.cdx.json",
                "/processes/complaint-handling.bpmn",
                "/documents/mediation-notice.docx"
            })
    @DisplayName("运维端点、控制台、配置、模板、部件清单：对谁都不开放")
    void whatIsClosedToEverybody(String address) {
        assertThat(bureau.ask("GET", address, "").status()).isIn(400, 401, 403, 404, 405);
        assertThat(bureau.get("admin", address).status()).isIn(400, 401, 403, 404, 405);
    }

    @Test
    @DisplayName("别的网站借浏览器提交：表单、脚本、记住的密码，一律拒绝；本站和程序照常")
    void whatAnotherSiteSends() {
        String search = "/api/cases/search";
        String upload = "/api/cases/" + file.number() + "/attachments";
        String basic = Bureau.basic("centre");
        for (String[] from : new String[][] {
            {"Origin", "https://evil.example"},
            {"Origin", "null"},
            {"Sec-Fetch-Site", "cross-site"},
            {"Sec-Fetch-Site", "same-site"}
        }) {
            for (String path : List.of(search, upload, "/engine-rest/task", "/engine-rest/deployment/create")) {
                assertThat(bureau.ask(
                                        "POST",
                                        path,
                                        SEARCH,
                                        "Authorization",
                                        basic,
                                        "Content-Type",
                                        JSON,
                                        from[0],
                                        from[1])
                                .status())
                        .as("%s from %s", path, from[1])
                        .isEqualTo(403);
            }
        }
        // A link on another page: opening a paper would be written down as a look at it.
        assertThat(bureau.ask("GET", "/api/cases", "", "Authorization", basic, "Sec-Fetch-Site", "cross-site")
                        .status())
                .isEqualTo(403);
        for (String[] from :
                new String[][] {{"Origin", bureau.address()}, {"Sec-Fetch-Site", "same-origin"}, {"Accept", "*/*"}}) {
            bureau.ask("POST", search, SEARCH, "Authorization", basic, "Content-Type", JSON, from[0], from[1])
                    .expect(200);
        }
        for (String type : List.of("text/plain", "application/x-www-form-urlencoded", "application/xml", "text/html")) {
            bureau.ask("POST", search, SEARCH, "Authorization", basic, "Content-Type", type)
                    .expect(415);
        }
    }

    @Test
    @DisplayName("会话：Cookie 为 HttpOnly、SameSite；没有防伪令牌的改动一律拒绝，在两扇门都是")
    void aSessionNeedsItsToken() {
        Session session = Session.open(bureau).logIn("centre");
        assertThat(session.cookies)
                .anySatisfy(
                        cookie -> assertThat(cookie).startsWith("JSESSIONID=").contains("HttpOnly", "SameSite=Lax"))
                .anySatisfy(
                        cookie -> assertThat(cookie).startsWith("XSRF-TOKEN=").contains("SameSite=Lax"))
                .allSatisfy(cookie -> assertThat(cookie).doesNotContain("SameSite=None"));
        session.get("/api/cases").expect(200);
        String tasks = "/camunda/api/engine/engine/default/task";
        session.post("/api/cases/search", SEARCH).expect(200);
        assertThat(session.post(tasks, "{}").expect(200).header("Cache-Control"))
                .containsOnly("no-store");
        for (String token :
                new String[] {"", "0123456789ABCDEF", Session.open(bureau).token()}) {
            session.withToken(token).post("/api/cases/search", SEARCH).expect(403);
        }
        assertThat(session.get("/api/cases;jsessionid=1").status()).isEqualTo(400);
        // The web apps' own check; a wrong token also ends the session there.
        assertThat(session.withToken("0123456789ABCDEF").post(tasks, "{}").status())
                .isIn(401, 403);
    }

    @Test
    @DisplayName("网页应用的插件接口也只按角色开放：办件人员数不出有多少人在办理")
    void pluginsCountForNobody() {
        String metrics = "/camunda/api/admin/plugin/adminPlugins/default/metrics/aggregated"
                + "?groupBy=month&metrics=task-users&subscriptionStartDate=2026-01-01";
        for (String clerk : List.of("xincheng", "leader")) {
            assertThat(Session.open(bureau).logIn(clerk).get(metrics).status())
                    .as(clerk)
                    .isEqualTo(403);
        }
        for (String app : List.of("admin/plugin/adminPlugins", "tasklist/plugin/tasklistPlugins")) {
            String script = "/camunda/api/" + app + "/static/app/plugin.js";
            assertThat(bureau.ask("GET", script, "").status())
                    .as("the login page needs %s", script)
                    .isEqualTo(200);
        }
    }

    @Test
    @DisplayName("动词：TRACE 关闭，覆盖动词的标头和参数不起作用")
    void verbsAreWhatTheySay() {
        String at = "/api/cases/" + file.number();
        String basic = Bureau.basic("centre");
        assertThat(bureau.ask("TRACE", "/api/cases", "", "Authorization", basic).status())
                .isEqualTo(405);
        for (String header : List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override")) {
            assertThat(bureau.ask("GET", at, "", "Authorization", basic, header, "DELETE")
                            .status())
                    .isEqualTo(200);
            assertThat(bureau.ask(
                                    "POST",
                                    "/engine-rest/user/centre",
                                    "{}",
                                    "Authorization",
                                    Bureau.basic("admin"),
                                    header,
                                    "DELETE",
                                    "Content-Type",
                                    JSON)
                            .status())
                    .isIn(404, 405);
        }
        assertThat(bureau.ask(
                                "POST",
                                "/api/calendar/2026?_method=DELETE",
                                "{}",
                                "Authorization",
                                Bureau.basic("modeler"),
                                "Content-Type",
                                JSON)
                        .status())
                .isEqualTo(405);
        assertThat(identity.createUserQuery().userId("centre").count()).isOne();
    }

    @Test
    @DisplayName("炸弹：深层嵌套、过大的内容、离谱的页码和排序，回答一句话，不伤系统")
    void bombs() {
        String deep = "[".repeat(20_000) + "]".repeat(20_000);
        String large = "\"" + "a".repeat(300_000) + "\"";
        bureau.post("centre", "/api/submissions", deep).expect(400);
        bureau.post("centre", "/api/submissions", large).expect(413);
        assertThat(bureau.post("xincheng", "/engine-rest/task", deep).status()).isEqualTo(400);
        bureau.post("xincheng", "/engine-rest/task", large).expect(413);
        for (String page : List.of("page=-1", "size=-1", "size=0", "size=100000", "page=99999999999", "size=x")) {
            for (String list : List.of("/api/cases?", "/api/clocks?", "/api/messages?")) {
                bureau.get("xincheng", list + page).expect(400);
            }
        }
        for (String wish : List.of("sortBy=name;drop&sortOrder=asc", "sortBy=name&sortOrder=asc,1", "sortBy=1")) {
            assertThat(bureau.get("xincheng", "/engine-rest/task?" + wish).status())
                    .isEqualTo(400);
        }
        assertThat(bureau.get("xincheng", "/api/clocks?unit=%27%20or%201=1%20--")
                        .expect(200)
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
    }

    @Test
    @DisplayName("出错的回答：不带类名、SQL、堆栈、路径、版本")
    void errorsSayNothingOfTheInside() {
        Stream<Answer> errors = Stream.of(
                bureau.get("centre", "/api/cases/%27"),
                bureau.get("centre", "/api/cases/" + file.number() + "/papers/x"),
                bureau.get("centre", "/api/nothing"),
                bureau.get("centre", "/nothing"),
                bureau.get("centre", "/error"),
                bureau.post("centre", "/api/submissions", "{"),
                bureau.post("centre", "/api/tasks/batch", "{\"items\":[1]}"),
                bureau.get("xincheng", "/engine-rest/task?maxResults=-5"),
                bureau.get("xincheng", "/engine-rest/task?createdAfter=x"),
                bureau.post("xincheng", "/engine-rest/task", "{\"assigneeExpression\":1,}"),
                bureau.get("supervisor", "/engine-rest/history/detail/0"),
                bureau.ask("GET", "/api%2fcases", ""),
                bureau.ask("GET", "/camunda/api/nothing", ""));
        assertThat(errors).allSatisfy(answer -> {
            assertThat(answer.status()).isGreaterThanOrEqualTo(400);
            assertThat(answer.text())
                    .doesNotContainPattern(
                            "(?i)\\bat (org|java|com)\\.|Exception:|select .* from|act_ru_|jdbc|tomcat/|\\.java:")
                    .doesNotContain("/work/", "org.hibernate", "org.springframework", "\"trace\"");
            // The server's own page about an address that it can't read holds nothing of ours.
            if (answer.header("Content-Type").stream().noneMatch(type -> type.startsWith("text/html"))) {
                assertThat(answer.header("X-Content-Type-Options")).containsOnly("nosniff");
            }
        });
    }

    @Test
    @DisplayName("每个回答的标头：不许嵌入别的网页，不外泄地址，数据不留缓存，不带跨站许可")
    void headersOfEveryAnswer() {
        String basic = Bureau.basic("centre");
        for (String path : List.of(
                "/api/cases/" + file.number(),
                "/api/nothing",
                "/api/public/progress",
                "/engine-rest/task",
                "/camunda/api/engine/engine",
                "/camunda/app/tasklist/default/")) {
            Answer answer = bureau.ask("GET", path, "", "Authorization", basic);
            assertThat(answer.header("X-Frame-Options")).as(path).containsOnly("DENY");
            assertThat(answer.header("Referrer-Policy")).as(path).containsOnly("no-referrer");
            assertThat(answer.header("X-Content-Type-Options")).as(path).containsOnly("nosniff");
            assertThat(answer.header("Access-Control-Allow-Origin")).as(path).isEmpty();
            assertThat(answer.header("Server")).as(path).isEmpty();
            if (!path.startsWith("/camunda/app")) {
                assertThat(answer.header("Cache-Control")).as(path).containsOnly("no-store");
            }
        }
    }

    @Test
    @DisplayName("日志：换行、回车、控制字符和异常文字都不能冒充另一条记录")
    void nobodyWritesALineOfTheLog() {
        Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        var console = (ConsoleAppender<ILoggingEvent>) root.getAppender("CONSOLE");
        String forged = "2026-11-09T09:00:00.000+08:00  INFO forged";
        for (String end : List.of("\n", "\r\n", "\r", "\u0085", "\u2028", "\u000b", "\u001b[2K\n")) {
            String words = "张三" + end + forged;
            var event = new LoggingEvent(
                    "x",
                    (Logger) LoggerFactory.getLogger("attack"),
                    Level.WARN,
                    words,
                    new IllegalStateException(words, new RuntimeException(words)),
                    null);
            String written = new String(console.getEncoder().encode(event), StandardCharsets.UTF_8);
            assertThat(written.split("[\n\r\u0085\u2028\u000b]"))
                    .noneSatisfy(line -> assertThat(line).startsWith("2026-11-09"))
                    .filteredOn(line -> line.contains("attack"))
                    .hasSize(1);
            assertThat(written).doesNotContain("\u001b");
        }
    }

    @Test
    @DisplayName("没有 CSV、表格导出：任何接口都只给 JSON、文书和原附件，公式无处可藏")
    void nothingIsASpreadsheet() {
        for (String path :
                List.of("/api/cases", "/api/clocks", "/api/messages", "/api/cases/" + file.number() + "/journal")) {
            for (String type : List.of(
                    "text/csv",
                    "application/vnd.ms-excel",
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")) {
                assertThat(bureau.ask("GET", path, "", "Authorization", Bureau.basic("supervisor"), "Accept", type)
                                .status())
                        .isEqualTo(406);
            }
        }
        assertThat(bureau.ask(
                                "GET",
                                "/engine-rest/filter",
                                "",
                                "Authorization",
                                Bureau.basic("centre"),
                                "Accept",
                                "text/csv")
                        .status())
                .isIn(406, 500);
    }

    /** A browser's session of the web apps, made by hand. */
    private record Session(Bureau bureau, List<String> cookies, String token) {

        static Session open(Bureau bureau) {
            return of(bureau, bureau.ask("GET", "/camunda/app/tasklist/default/", ""));
        }

        private static Session of(Bureau bureau, Answer answer) {
            List<String> cookies = answer.header("Set-Cookie");
            return new Session(bureau, cookies, value(cookies, "XSRF-TOKEN"));
        }

        private static String value(List<String> cookies, String name) {
            return cookies.stream()
                    .filter(cookie -> cookie.startsWith(name + "="))
                    .map(cookie -> cookie.substring(name.length() + 1).replaceAll(";.*", ""))
                    .reduce("", (earlier, later) -> later);
        }

        Session logIn(String user) {
            Answer answer = bureau.ask(
                    "POST",
                    "/camunda/api/admin/auth/user/default/login/tasklist",
                    "username=" + user + "&password=Jiesu@2026",
                    headers("application/x-www-form-urlencoded"));
            answer.expect(200);
            // The token belongs to the session, and that is a new one now.
            return and(answer).and(and(answer).get("/camunda/app/tasklist/default/"));
        }

        private Session and(Answer answer) {
            List<String> all = Stream.concat(cookies.stream(), answer.header("Set-Cookie").stream())
                    .toList();
            return new Session(bureau, all, value(all, "XSRF-TOKEN"));
        }

        Session withToken(String other) {
            return new Session(bureau, cookies, other);
        }

        Answer get(String path) {
            return bureau.ask("GET", path, "", headers(JSON));
        }

        Answer post(String path, String body) {
            return bureau.ask("POST", path, body, headers(JSON));
        }

        private String[] headers(String type) {
            String sent = Stream.of("JSESSIONID", "XSRF-TOKEN")
                    .map(name -> name + "=" + value(cookies, name))
                    .reduce((one, other) -> one + "; " + other)
                    .orElseThrow();
            return new String[] {"Cookie", sent, "X-XSRF-TOKEN", token, "Content-Type", type, "Accept", JSON};
        }
    }
}
