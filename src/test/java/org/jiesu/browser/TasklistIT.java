package org.jiesu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jiesu.ApplicationTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a clerk of the complaint centre does in Tasklist, in a real Chromium. */
@ApplicationTest
class TasklistIT {

    private static final Path CHROMIUM = Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"));
    private static final int PATIENCE_MILLIS = 60_000;

    private static Playwright playwright;
    private static Browser browser;

    @LocalServerPort
    private int port;

    @Value("${jiesu.demo.password}")
    private String password;

    @Autowired
    private TestRestTemplate anonymous;

    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void startBrowser() {
        if (!Files.isExecutable(CHROMIUM)) {
            String missing = "Browser test not run: no Chromium at " + CHROMIUM
                    + " (apt-get install chromium, or set the environment variable CHROMIUM)";
            if ("true".equals(System.getenv("CI"))) {
                fail(missing);
            }
            abort(missing);
        }
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-dev-shm-usage",
                                "--disable-background-networking")));
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    }

    @AfterAll
    static void stopBrowser() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @BeforeEach
    void logIn() {
        logInAs("centre", "投诉中心登记员");
    }

    private void logInAs(String user, String name) {
        if (context != null) {
            context.close();
        }
        context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(1280, 800)
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai"));
        page = context.newPage();
        page.setDefaultTimeout(PATIENCE_MILLIS);
        page.navigate(tasklist("login"));
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.getByPlaceholder("用户名").fill(user);
        page.getByPlaceholder("密码").fill(password);
        button("登录").click();
        assertThat(page.getByText(name).first()).isVisible();
    }

    /** Further screens of a test, for whoever wants to look. */
    private void keepScreen(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "browser", name + ".png")));
    }

    /** The last screen of every test stays in target/browser, for whoever must find out why one failed. */
    @AfterEach
    void logOut(TestInfo test) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of(
                        "target", "browser", test.getTestMethod().orElseThrow().getName() + ".png")));
        context.close();
    }

    @Test
    void acceptsAComplaintAndSeesTheNextTask() {
        String caseNumber = submitComplaint();
        openTasksOf(caseNumber);
        assertThat(card()).containsText(caseNumber);
        card().getByText("决定是否受理").click();
        page.getByText("认领", exactly()).click();

        page.getByLabel("受理", new Page.GetByLabelOptions().setExact(true)).check();
        button("完成").click();

        assertThat(card()).containsText("确认分派");
        card().getByText("确认分派").click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("办件").setExact(true))
                .click();
        assertThat(page.getByRole(AriaRole.ARTICLE)).containsText("受理决定");
    }

    @Test
    void refusesAnEmptyFormAndAnIncompleteDecision() {
        String caseNumber = submitComplaint();
        openTasksOf(caseNumber);
        card().getByText("决定是否受理").click();
        page.getByText("认领", exactly()).click();

        button("完成").click();
        assertThat(message()).containsText("表单尚未填好");
        assertThat(page.getByText("必填", exactly())).isVisible();

        page.getByLabel("不受理", new Page.GetByLabelOptions().setExact(true)).check();
        assertThat(message()).hasCount(0);
        button("完成").click();
        assertThat(message()).containsText("不受理的须填写“理由”");
        assertThat(card()).containsText("决定是否受理");
    }

    @Test
    void registersAComplaintAtTheCounter() {
        page.getByText("来件登记").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        Locator register = dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("登记（Ctrl+Enter）"));
        register.click();
        assertThat(dialog.getByText("“主题”必填")).isVisible();

        dialog.getByLabel("类型", new Locator.GetByLabelOptions().setExact(true)).selectOption("COMPLAINT");
        dialog.getByLabel("主题").fill("电压力锅使用一周后不加热");
        dialog.getByLabel("事实与理由").fill("在店内购买电压力锅一台，使用一周后不加热，店家拒绝修理。");
        register.click();

        assertThat(dialog).containsText("来件回执");
        assertThat(dialog).containsText(Pattern.compile("FC-C-\\d{4}-\\d{6}"));
        assertThat(dialog.locator(".jiesu-receipt-code")).hasText(Pattern.compile("[A-Z2-7]{16,}"));
    }

    @Test
    void readsAClosedCaseThatNoTaskLeadsTo() {
        String caseNumber = submitComplaint();
        as("centre")
                .postForObject(
                        "/api/cases/" + caseNumber + "/withdrawal", Map.of("reason", "已经换货，不再投诉"), JsonNode.class);

        page.getByText("办件查询").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("电话").fill("13900002222");
        dialog.getByLabel("状态").selectOption("CLOSED");
        dialog.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("查询").setExact(true))
                .click();
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(caseNumber))
                .click();

        assertThat(dialog.getByRole(AriaRole.ARTICLE)).containsText("已撤回");
        assertThat(dialog.getByRole(AriaRole.ARTICLE)).containsText("投诉登记表");
        assertThat(dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("撤回登记")))
                .hasCount(0);
        assertThat(page).not().hasURL(Pattern.compile("13900002222"));
    }

    @Test
    void offersTheUnitsMembersAsHandlers() {
        String caseNumber = submitComplaint();
        complete(caseNumber, "centre", "Task_DecideAcceptance", Map.of("accepted", "true"));
        complete(caseNumber, "centre", "Task_ConfirmDispatch", Map.of());
        logInAs("xincheng-head", "新城市场监管所负责人");
        openTasksOf(caseNumber);
        card().getByText("签收").click();
        page.getByText("认领", exactly()).click();

        Locator handler = page.getByLabel("承办人（用户名或姓名）");
        assertThat(handler).hasAttribute("list", "jiesu-handlers");
        assertThat(page.locator("#jiesu-handlers option[value='新城市场监管所承办人']")).hasCount(1);
        page.getByLabel("签收", new Page.GetByLabelOptions().setExact(true)).check();
        handler.click();
        handler.fill("新城市场监管所承办人");
        keepScreen("handlers");
        button("完成").click();

        assertThat(card()).containsText("核查");
    }

    @Test
    void pausesAClockAndIsGrantedMoreTime() {
        String caseNumber = submitComplaint();
        complete(caseNumber, "centre", "Task_DecideAcceptance", Map.of("accepted", "true"));
        complete(caseNumber, "centre", "Task_ConfirmDispatch", Map.of());
        complete(caseNumber, "xincheng-head", "Task_SignIn", Map.of("signedIn", "true", "handler", "xincheng"));

        logInAs("xincheng", "新城市场监管所");
        openCaseOf(caseNumber, "核查");
        clock("法定调解期限").getByText("期限扣除", exactlyIn()).click();
        keepScreen("pause-dialog");
        dialog().getByLabel("扣除起始日期").fill(today());
        dialog().getByLabel("扣除事由").selectOption("TESTING");
        dialog().getByLabel("事由和凭证").fill("送检单第03号，检测机构已收样");
        dialog().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("确定"))
                .click();
        assertThat(clock("法定调解期限")).containsText("期限扣除中");
        assertThat(clock("法定调解期限")).containsText("起扣除（检测），剩余 60");

        clock("办理答复").getByText("申请延期", exactlyIn()).click();
        dialog().getByLabel("延长（个工作日）").fill("5");
        dialog().getByLabel("延期理由").fill("商家账目仍在核对，需要再约双方");
        dialog().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("确定"))
                .click();
        assertThat(page.getByLabel("待审批的延期申请")).containsText("商家账目仍在核对");
        page.getByLabel("待审批的延期申请").scrollIntoViewIfNeeded();
        keepScreen("extension-requested");
        clock("法定调解期限").getByText("为什么是这一天").click();
        assertThat(dialog()).containsText("当日不计入");
        keepScreen("explanation");

        logInAs("centre-head", "投诉中心主任");
        openTasksOf(caseNumber);
        card().getByText("审批延期").click();
        page.getByText("认领", exactly()).click();
        page.getByText("并排查看办件").click();
        assertThat(page.getByLabel("待审批的延期申请")).containsText("办理答复");
        keepScreen("approve-extension");
        page.getByText("并排查看办件").click();
        page.getByLabel("同意延期", new Page.GetByLabelOptions().setExact(true)).check();
        button("完成").click();
        assertThat(page.getByText("审批延期")).hasCount(0);
        JsonNode clocks = as("centre").getForObject("/api/cases/" + caseNumber + "/clocks", JsonNode.class);
        org.assertj.core.api.Assertions.assertThat(clocks.findValuesAsText("extendedBy"))
                .contains("5");
    }

    private String today() {
        return as("admin")
                .getForObject("/api/rehearsal/clock", JsonNode.class)
                .path("now")
                .asText()
                .substring(0, 10);
    }

    private void openCaseOf(String caseNumber, String task) {
        openTasksOf(caseNumber);
        card().getByText(task, new Locator.GetByTextOptions().setExact(true)).click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("办件").setExact(true))
                .click();
        assertThat(page.getByRole(AriaRole.ARTICLE)).containsText("期限");
    }

    /** The row of a clock in the case's tab. */
    private Locator clock(String name) {
        return page.getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByText("为什么是这一天"))
                        .setHasText(Pattern.compile("^" + name)));
    }

    private Locator dialog() {
        return page.getByRole(AriaRole.DIALOG);
    }

    private static Locator.GetByTextOptions exactlyIn() {
        return new Locator.GetByTextOptions().setExact(true);
    }

    private void complete(String caseNumber, String user, String task, Map<String, String> values) {
        String id = as(user).getForObject(
                        "/engine-rest/task?processInstanceBusinessKey={case}&taskDefinitionKey={task}",
                        JsonNode.class,
                        caseNumber,
                        task)
                .at("/0/id")
                .asText();
        Map<String, Object> variables = new HashMap<>();
        values.forEach((key, given) -> variables.put(key, Map.of("value", given)));
        as(user).postForEntity("/engine-rest/task/{id}/complete", Map.of("variables", variables), Void.class, id);
    }

    private String submitComplaint() {
        Map<String, Object> submission = Map.of(
                "institution", "feicheng",
                "channel", "onsite",
                "kind", "COMPLAINT",
                "subject", "购买的纯牛奶超过保质期",
                "content", "在超市购买纯牛奶一箱，回家发现已过保质期三天，商家拒绝退款。",
                "category", "食品",
                "demand", "退还货款",
                "complainant", Map.of("name", "许安然", "phone", "13900002222", "address", "肥城市新城街道文化路1号"),
                "respondent", Map.of("name", "如意百货超市", "town", "新城街道", "address", "肥城市新城街道龙山路88号"));
        return asClerk()
                .postForObject("/api/submissions", submission, JsonNode.class)
                .at("/cases/0/caseNumber")
                .asText();
    }

    /** The list 本单位待办 narrowed to one case, for other tests leave tasks behind. */
    private void openTasksOf(String caseNumber) {
        JsonNode filters = asClerk().getForObject("/engine-rest/filter?name={name}", JsonNode.class, "本单位待办");
        String query = "[{\"type\":\"processInstanceBusinessKey\",\"operator\":\"eq\",\"name\":\"\",\"value\":\""
                + caseNumber + "\"}]";
        page.navigate(tasklist("?filter=" + filters.at("/0/id").asText() + "&searchQuery="
                + URLEncoder.encode(query, StandardCharsets.UTF_8)));
    }

    private TestRestTemplate asClerk() {
        return as("centre");
    }

    private TestRestTemplate as(String user) {
        return anonymous.withBasicAuth(user, password);
    }

    private String tasklist(String query) {
        return "http://localhost:" + port + "/camunda/app/tasklist/default/#/" + query;
    }

    private Locator card() {
        return page.locator(".tasks-list li.task");
    }

    private Locator message() {
        return page.locator(".page-notifications .alert");
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }
}
