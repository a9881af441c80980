package org.jiesu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.SelectOption;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.jiesu.ApplicationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a clerk of the complaint centre does in Tasklist, in a real Chromium. */
@ApplicationTest
class TasklistIT extends BrowserTest {

    @BeforeEach
    void logIn() {
        logInAs("tasklist", "centre", "投诉中心登记员");
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
        logInAs("tasklist", "xincheng-head", "新城市场监管所负责人");
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
    void pausesAndResumesAClockAndIsGrantedMoreTime() {
        String caseNumber = signedIn("新城街道", "xincheng");

        logInAs("tasklist", "xincheng", "新城市场监管所");
        openCaseOf(caseNumber, "核查");
        button("上传附件").click();
        dialog().getByLabel("文件")
                .setInputFiles(new FilePayload("送检单.txt", "text/plain", "送检单第03号".getBytes(StandardCharsets.UTF_8)));
        dialog().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("确定"))
                .click();
        assertThat(page.getByRole(AriaRole.ARTICLE)).containsText("送检单.txt");
        clock("法定调解期限").getByText("期限扣除", exactlyIn()).click();
        keepScreen("pause-dialog");
        dialog().getByLabel("扣除起始日期").fill(today());
        dialog().getByLabel("扣除事由").selectOption("TESTING");
        dialog().getByLabel("事由和凭证").fill("送检单第03号，检测机构已收样");
        dialog().getByLabel("凭证附件").selectOption(new SelectOption().setLabel("送检单.txt"));
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
        clock("法定调解期限").getByText("恢复计算", exactlyIn()).click();
        dialog().getByLabel("恢复计算日期").fill(today());
        dialog().getByLabel("事由和凭证").fill("检测报告第03号已收到");
        dialog().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("确定"))
                .click();
        assertThat(clock("法定调解期限")).not().containsText("期限扣除中");
        clock("法定调解期限").getByText("为什么是这一天").click();
        assertThat(dialog()).containsText("当日不计入");
        assertThat(dialog()).containsText("（检测）");
        keepScreen("explanation");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        org.assertj.core.api.Assertions.assertThat(dialog().boundingBox().y)
                .as("on paper it begins with its first line")
                .isZero();

        logInAs("tasklist", "centre-head", "投诉中心主任");
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

    /** The list 本单位待办 narrowed to one case, for other tests leave tasks behind. */
    private void openTasksOf(String caseNumber) {
        JsonNode filters = asClerk().getForObject("/engine-rest/filter?name={name}", JsonNode.class, "本单位待办");
        String query = "[{\"type\":\"processInstanceBusinessKey\",\"operator\":\"eq\",\"name\":\"\",\"value\":\""
                + caseNumber + "\"}]";
        openPage(
                "tasklist",
                "?filter=" + filters.at("/0/id").asText() + "&searchQuery="
                        + URLEncoder.encode(query, StandardCharsets.UTF_8));
    }

    private Locator card() {
        return page.locator(".tasks-list li.task");
    }

    private Locator message() {
        return page.locator(".page-notifications .alert");
    }
}
