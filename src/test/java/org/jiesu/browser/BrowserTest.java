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
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInfo;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A browser on the running application: each test in a window of its own, logged in under a name. */
abstract class BrowserTest {

    private static final Path CHROMIUM = Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"));
    private static final int PATIENCE_MILLIS = 60_000;

    /** Of {@link #submitComplaint}: no test opens an identity, so no page may be told any of it. */
    private static final List<String> COMPLAINANT = List.of("许安然", "13900002222", "文化路1号");

    private static Playwright playwright;
    private static Browser browser;

    @LocalServerPort
    private int port;

    @Value("${jiesu.demo.password}")
    private String password;

    @Autowired
    private TestRestTemplate anonymous;

    private final List<String> toldToPages = new ArrayList<>();
    private int answersRead;
    private BrowserContext context;
    Page page;

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

    final void logInAs(String app, String user, String name) {
        if (context != null) {
            context.close();
        }
        context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(1280, 800)
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai"));
        page = context.newPage();
        page.setDefaultTimeout(PATIENCE_MILLIS);
        page.onRequestFinished(this::readAlong);
        openPage(app, "login");
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.getByPlaceholder("用户名").fill(user);
        page.getByPlaceholder("密码").fill(password);
        button("登录").click();
        assertThat(page.getByText(name).first()).isVisible();
    }

    /** Every answer of our API and of both doors of the engine's, as the page got it. */
    private void readAlong(Request request) {
        if (!request.url().matches("https?://[^/]+/(api|engine-rest|camunda/api)/.*")) {
            return;
        }
        try {
            String answer = new String(request.response().body(), StandardCharsets.UTF_8);
            answersRead++;
            COMPLAINANT.stream().filter(answer::contains).forEach(word -> toldToPages.add(request.url() + ": " + word));
        } catch (PlaywrightException gone) {
            // The page has moved on, and nobody can read its former answers any more.
        }
    }

    final void openPage(String app, String hash) {
        page.navigate("http://localhost:" + port + "/camunda/app/" + app + "/default/#/" + hash);
    }

    /** Further screens of a test, for whoever wants to look. */
    final void keepScreen(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "browser", name + ".png")));
    }

    /** The last screen of every test stays in target/browser, for whoever must find out why one failed. */
    @AfterEach
    void logOut(TestInfo test) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of(
                        "target", "browser", test.getTestMethod().orElseThrow().getName() + ".png")));
        context.close();
        org.assertj.core.api.Assertions.assertThat(answersRead).isPositive();
        org.assertj.core.api.Assertions.assertThat(toldToPages).isEmpty();
    }

    final String today() {
        return as("admin")
                .getForObject("/api/rehearsal/clock", JsonNode.class)
                .path("now")
                .asText()
                .substring(0, 10);
    }

    final Locator dialog() {
        return page.getByRole(AriaRole.DIALOG);
    }

    static Locator.GetByTextOptions exactlyIn() {
        return new Locator.GetByTextOptions().setExact(true);
    }

    final void complete(String caseNumber, String user, String task, Map<String, String> values) {
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

    final String submitComplaint() {
        return submitComplaint("新城街道");
    }

    /** A complaint about a shop in this town, whose station will handle it. */
    final String submitComplaint(String town) {
        Map<String, Object> submission = Map.of(
                "institution", "feicheng",
                "channel", "onsite",
                "kind", "COMPLAINT",
                "subject", "购买的纯牛奶超过保质期",
                "content", "在超市购买纯牛奶一箱，回家发现已过保质期三天，商家拒绝退款。",
                "category", "食品",
                "demand", "退还货款",
                "complainant", Map.of("name", "许安然", "phone", "13900002222", "address", "肥城市新城街道文化路1号"),
                "respondent", Map.of("name", "如意百货超市", "town", town, "address", "肥城市" + town + "龙山路88号"));
        return asClerk()
                .postForObject("/api/submissions", submission, JsonNode.class)
                .at("/cases/0/caseNumber")
                .asText();
    }

    final TestRestTemplate asClerk() {
        return as("centre");
    }

    final TestRestTemplate as(String user) {
        return anonymous.withBasicAuth(user, password);
    }

    /** A case that a station has signed in: its handler is the user who is called like the station. */
    final String signedIn(String town, String station) {
        String caseNumber = submitComplaint(town);
        complete(caseNumber, "centre", "Task_DecideAcceptance", Map.of("accepted", "true"));
        complete(caseNumber, "centre", "Task_ConfirmDispatch", Map.of());
        complete(caseNumber, station + "-head", "Task_SignIn", Map.of("signedIn", "true", "handler", station));
        return caseNumber;
    }

    final Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }

    static Page.GetByLabelOptions byExactLabel() {
        return new Page.GetByLabelOptions().setExact(true);
    }
}
