package org.jiesu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.jiesu.ApplicationTest;
import org.jiesu.journeys.PowerCut;
import org.jiesu.workflow.ClockCheck;
import org.jiesu.workflow.rehearsal.Rehearsal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What those who watch over the clocks do in Cockpit, in a real Chromium. Nobody else works at the stations used here. */
@ApplicationTest
class CockpitIT extends BrowserTest {

    /** Ten years before anybody else's cases. */
    private static final LocalDateTime LONG_AGO = LocalDateTime.of(2019, 1, 7, 9, 0);

    private static final LocalDateTime MONDAY = LocalDateTime.of(2026, 11, 9, 9, 0);
    private static final LocalDateTime BEFORE_THE_NEW_YEAR = LocalDateTime.of(2026, 12, 24, 10, 0);
    private static final Path NOTICE_OF_2027 = Path.of("src", "test", "resources", "notices", "2027-made-up.json");

    @Autowired
    private Rehearsal rehearsal;

    @Autowired
    private PowerCut power;

    @Autowired
    private ClockCheck check;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService management;

    @BeforeEach
    void onMonday() {
        itIs(MONDAY);
    }

    @AfterEach
    void leaveTimeAndCalendarAsTheyWere() {
        as("modeler").delete("/api/calendar/2027");
        rehearsal.backToPresent();
    }

    @Test
    void theAuditorReadsTheLogChecksItAndRegistersABreach() {
        String caseNumber = signedIn("王庄镇", "wangzhuang");

        logInAs("cockpit", "auditor", "审计员");
        openPage("cockpit", "audit?caseNumber=" + caseNumber);
        assertThat(page.locator("tbody tr")).hasCount(4);
        assertThat(page.locator("tbody tr").first()).containsText("wangzhuang-head");
        button("校验").click();
        assertThat(page.getByText("完整：至第")).isVisible();
        keepScreen("audit");
        button("登记泄密事件").first().click();
        button("保存").click();
        assertThat(page.getByText("“发现时间”必填")).isVisible();
        page.getByLabel("发现时间").fill("2026-11-09T08:30");
        page.getByLabel("涉及人数").fill("1");
        for (String field : List.of("泄露的信息种类", "原因", "可能造成的危害", "已采取的补救措施")) {
            page.getByLabel(field).fill("已查明" + field);
        }
        keepScreen("breach-form");
        button("保存").click();
        page.getByRole(AriaRole.STATUS).getByText("泄密事件").click();
        assertThat(page.locator("main")).containsText("已查明原因");
        button("办结").click();
        page.getByLabel("通知的部门").fill("市互联网信息管理部门");
        page.getByLabel("通知部门的日期").fill("2026-11-09");
        page.getByLabel("通知个人的日期").fill("2026-11-09");
        page.getByLabel("处理结果").fill("已告知当事人");
        button("保存").click();
        assertThat(page.locator("summary").first()).containsText("已办结");
    }

    @Test
    void filtersRunningClocksAndLeadsToCaseAndInstance() {
        String caseNumber = signedIn("王庄镇", "wangzhuang");
        List<JsonNode> running = runningClocks(caseNumber);
        as("wangzhuang")
                .postForObject(
                        "/api/cases/{case}/clocks/statutoryMediation/pauses",
                        Map.of("from", "2026-11-09", "ground", "TESTING", "reason", "样品已送检"),
                        JsonNode.class,
                        caseNumber);

        logInAs("cockpit", "supervisor", "内部监督");
        openPage("cockpit", "clocks");
        page.getByLabel("承办单位").selectOption("wangzhuang");
        assertThat(summary()).containsText("共 " + running.size() + " 个在计期限");
        assertThat(rows()).hasCount(running.size());
        assertThat(rows().last()).containsText("期限扣除中");
        assertThat(light("期限扣除中").locator("strong")).hasText("1");
        assertThat(light("超期").locator("strong")).hasText("0");
        assertThat(page.getByText("件件有着落")).isVisible();
        keepScreen("clocks");

        light("期限扣除中").click();
        assertThat(rows()).hasCount(1);
        assertThat(rows()).containsText("法定调解期限");
        light("期限扣除中").click();
        page.getByLabel("期限", byExactLabel()).selectOption("handling");
        assertThat(rows()).hasCount(1);
        assertThat(rows()).containsText("办理答复");
        assertThat(page).hasURL(Pattern.compile("unit=wangzhuang&clock=handling$"));

        rows().getByText(caseNumber).click();
        assertThat(page.getByRole(AriaRole.ARTICLE)).containsText("购买的纯牛奶超过保质期");
        assertThat(page.getByText("返回时限督办")).hasAttribute("href", "#/clocks?unit=wangzhuang&clock=handling");
        page.getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHasText("投诉办理"))
                .getByRole(AriaRole.LINK)
                .click();
        page.getByText("时限", exactly()).click();
        assertThat(page.getByText("台账与流程引擎一致")).isVisible();
    }

    @Test
    void warnsOfATimerThatWasMovedByHandUntilTheSelfCheckHasRepairedIt() {
        String caseNumber = submitComplaint("湖屯镇");
        Job timer = checkpoint(caseNumber);
        Date right = timer.getDuedate();
        management.setJobDuedate(timer.getId(), Date.from(MONDAY.plusDays(2).toInstant(ZoneOffset.ofHours(8))));

        logInAs("cockpit", "supervisor", "内部监督");
        openPage("cockpit", "process-instance/" + timer.getProcessInstanceId());
        page.getByText("时限", exactly()).click();
        assertThat(page.getByText("台账与流程引擎有 1 处不一致")).isVisible();
        assertThat(heldRow("到达检查点")).containsText("2026-11-11 09:00");
        assertThat(heldRow("到达检查点")).containsText("不一致");
        page.getByText("台账与流程引擎有 1 处不一致").scrollIntoViewIfNeeded();
        keepScreen("mismatch");

        check.checkAfter("");

        page.reload();
        page.getByText("时限", exactly()).click();
        assertThat(page.getByText("台账与流程引擎一致")).isVisible();
        assertThat(heldRow("到达检查点")).not().containsText("不一致");
        assertThat(checkpoint(caseNumber).getDuedate()).hasSameTimeAs(right);
        page.getByRole(AriaRole.LINK)
                .filter(new Locator.FilterOptions().setHasText(caseNumber))
                .last()
                .click();
        assertThat(page.getByRole(AriaRole.ARTICLE)).containsText("流程引擎与期限台账不一致，已按台账修正");
    }

    @Test
    void importsAYearAfterATrialAndWithdrawsIt() {
        itIs(BEFORE_THE_NEW_YEAR);
        String caseNumber = submitComplaint("石横镇");
        String provisional = dueDay(caseNumber, "acceptance");

        logInAs("cockpit", "modeler", "流程管理员");
        openPage("cockpit", "calendar");
        tryOutNoticeOf2027();
        assertThat(movedClock(caseNumber)).containsText(provisional);
        assertThat(page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("2026-12-31（周四）")))
                .containsText("元旦");
        assertThat(dueDay(caseNumber, "acceptance")).as("a trial moves nothing").isEqualTo(provisional);
        keepScreen("calendar-trial");
        String foreseen = movedClock(caseNumber).getByRole(AriaRole.CELL).last().innerText();

        button("确认导入 2027 年的安排").click();
        assertThat(page.getByText("已经生效，移动了")).isVisible();
        assertThat(page.getByText("已导入的放假安排到 2027-12-31 为止")).isVisible();
        assertThat(dueDay(caseNumber, "acceptance")).isNotEqualTo(provisional).isEqualTo(foreseen.substring(0, 10));

        page.getByText(Pattern.compile("^2027 年")).click();
        button("撤销这次导入").click();
        assertThat(page.getByText("试算：撤销 2027 年的导入")).isVisible();
        button("确认撤销 2027 年的导入").click();
        assertThat(page.getByText("已导入的放假安排到 2026-12-31 为止")).isVisible();
        assertThat(dueDay(caseNumber, "acceptance")).isEqualTo(provisional);
    }

    @Test
    void takesUpAnImportThatBrokeOff() {
        itIs(BEFORE_THE_NEW_YEAR);
        String caseNumber = submitComplaint("安临站镇");
        String provisional = dueDay(caseNumber, "acceptance");

        logInAs("cockpit", "modeler", "流程管理员");
        openPage("cockpit", "calendar");
        tryOutNoticeOf2027();
        power.after(0);
        button("确认导入 2027 年的安排").click();
        assertThat(page.getByText("件办件的期限没有按现在的安排重新计算")).isVisible();
        assertThat(dueDay(caseNumber, "acceptance")).isEqualTo(provisional);
        assertThat(page.getByText("计算中途出错：新的安排已经生效")).isVisible();
        assertThat(page.getByText("未保存任何内容")).hasCount(0);
        keepScreen("calendar-broken-off");

        button("继续重算").click();
        assertThat(page.getByText("已经生效，移动了")).isVisible();
        assertThat(page.getByText("件办件的期限没有按现在的安排重新计算")).hasCount(0);
        assertThat(dueDay(caseNumber, "acceptance")).isNotEqualTo(provisional);
    }

    @Test
    void movesTimeAndTakesInACaseFromElsewhere() {
        String caseNumber = submitComplaint("边院镇");
        String exported = as("modeler")
                .postForObject("/api/cases/export", Map.of("caseNumbers", List.of(caseNumber)), String.class);

        logInAs("cockpit", "modeler", "流程管理员");
        openPage("cockpit", "rehearsal");
        assertThat(page.getByText("现在是 2026-11-09 09:0")).isVisible();
        JsonNode next = as("modeler")
                .getForObject("/api/rehearsal/clock", JsonNode.class)
                .path("next");
        page.getByText("拨到下一个定时器").click();
        assertThat(page.getByText(Pattern.compile("^触发了 \\d+ 个定时器$"))).isVisible();
        assertThat(rowOf(next.path("caseNumber").asText()).first())
                .containsText(next.path("name").asText());

        page.getByLabel("拨到", byExactLabel()).fill("2026-11-18T18:00");
        button("拨到这个时间").click();
        assertThat(page.getByText("现在是 2026-11-18 18:00")).isVisible();
        assertThat(rowOf(caseNumber).first()).containsText("催办督办");
        assertThat(rowOf(caseNumber).first()).containsText("已触发");
        keepScreen("rehearsal-fired");

        itIs(MONDAY.minusDays(1));
        page.getByLabel("导出的文件")
                .setInputFiles(
                        new FilePayload("case.json", "application/json", exported.getBytes(StandardCharsets.UTF_8)));
        button("装入").click();
        assertThat(page.getByText("装入了 1 件")).isVisible();
        assertThat(rowOf(caseNumber)).containsText("与正式系统走到同一处");
    }

    @Test
    void keepsHoldsPacksAndDestroysCases() throws IOException {
        itIs(LONG_AGO);
        String first = withdrawn("王瓜店街道");
        String second = withdrawn("孙伯镇");
        itIs(LONG_AGO.plusYears(10).plusDays(1));

        logInAs("cockpit", "centre-head", "投诉中心主任");
        page.getByText("档案与处置").click();
        assertThat(page.getByText("可以销毁 2 件，不能销毁 0 件")).isVisible();
        page.getByLabel("办件编号").fill(first);
        button("查询").click();
        assertThat(section("办件档案")).containsText("2029-01-07");
        assertThat(section("办件档案")).containsText("能，可以列入销毁清单");
        button("暂停销毁").click();
        button("暂停销毁").last().click();
        assertThat(page.getByText("“暂停销毁的理由”必填")).isVisible();
        page.getByLabel("暂停销毁的理由").fill("行政复议尚未审结");
        button("暂停销毁").last().click();
        assertThat(section("办件档案")).containsText("不能：暂停销毁");
        assertThat(section("办件档案")).containsText("行政复议尚未审结");
        assertThat(page.getByText("可以销毁 1 件，不能销毁 1 件")).isVisible();
        keepScreen("archive-held");
        button("解除暂停销毁").click();
        page.getByLabel("解除暂停的理由").fill("复议已经审结");
        button("解除暂停销毁").last().click();
        assertThat(section("办件档案")).containsText("能，可以列入销毁清单");

        button("导出归档包").click();
        page.getByLabel("导出理由").fill("移交档案室");
        Download taken = page.waitForDownload(() -> button("导出").click());
        assertThat(taken.suggestedFilename()).isEqualTo(first + "归档包.zip");
        assertThat(section("办件档案")).containsText("归档包已导出，请妥善保管");
        button("校验").click();
        assertThat(page.getByText("请先选择归档包")).isVisible();
        page.getByLabel("归档包（zip 文件）").setInputFiles(taken.path());
        button("校验").click();
        assertThat(page.getByText("归档包完整，与系统登记的一致")).isVisible();
        page.getByLabel("归档包（zip 文件）")
                .setInputFiles(new FilePayload("changed.zip", "application/zip", damaged(taken.path())));
        button("校验").click();
        assertThat(section("校验归档包").getByRole(AriaRole.STATUS)).containsText("不完整或者已被改动");
        keepScreen("archive-verified");

        button("编制清单（2 件），提交局长审批").click();
        assertThat(page.getByText(Pattern.compile("^清单 FC-D-2029-\\d{4}：待审批$"))).isVisible();
        assertThat(button("同意")).hasCount(0);
        assertThat(button("执行销毁")).hasCount(0);
        String list = page.url().replaceAll(".*list=", "");

        logInAs("cockpit", "director", "局长");
        openPage("cockpit", "archive?list=" + list);
        assertThat(rowOf(first)).containsText("待销毁");
        button("不同意").click();
        button("确认不同意").click();
        assertThat(page.getByText("“不同意的理由”必填")).isVisible();
        button("同意").click();
        page.getByLabel("审批意见").fill("同意销毁");
        keepScreen("archive-decision");
        button("确认同意").click();
        assertThat(page.getByText("清单 " + list + "：已批准")).isVisible();
        assertThat(page.getByText("审批意见：同意销毁")).isVisible();
        assertThat(button("执行销毁")).hasCount(0);
        as("legal").postForObject("/api/cases/" + second + "/hold", Map.of("reason", "信访复查"), Void.class);

        logInAs("cockpit", "centre-head", "投诉中心主任");
        openPage("cockpit", "archive?list=" + list);
        assertThat(rowOf(second)).containsText("暂停销毁");
        button("执行销毁").click();
        keepScreen("archive-execution");
        button("确认销毁").click();
        assertThat(page.getByText("执行完毕：销毁 1 件，保留 1 件")).isVisible();
        assertThat(rowOf(first)).containsText("已销毁");
        assertThat(page.getByText("可以销毁 0 件，不能销毁 1 件")).isVisible();
        assertThat(rowOf(second).last()).containsText("保留");
        keepScreen("archive-destroyed");
        openPage("cockpit", "archive?caseNumber=" + first);
        assertThat(page.getByText(first + " 已经销毁，只留下销毁台账")).isVisible();
    }

    @Test
    void whoeverMayNotSeesNoArchive() {
        logInAs("cockpit", "leader", "分管局领导");
        assertThat(page.getByText("时限督办").first()).isVisible();
        assertThat(page.getByText("档案与处置")).hasCount(0);
        openPage("cockpit", "archive");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("可以管理档案");

        page.context().clearCookies();
        openPage("cockpit", "login");
        page.reload();
        assertThat(page.getByText("统一身份登录")).hasAttribute("href", "/oidc/login/sso");
    }

    private Locator section(String name) {
        return page.getByRole(
                AriaRole.REGION, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private String withdrawn(String town) {
        String caseNumber = submitComplaint(town);
        as("centre")
                .postForObject("/api/cases/" + caseNumber + "/withdrawal", Map.of("reason", "不再投诉"), JsonNode.class);
        return caseNumber;
    }

    /** Still a zip, but without its manifest. */
    private static byte[] damaged(Path zip) throws IOException {
        try (var files = new ZipInputStream(Files.newInputStream(zip));
                var out = new ByteArrayOutputStream();
                var less = new ZipOutputStream(out)) {
            less.putNextEntry(new ZipEntry(files.getNextEntry().getName()));
            less.closeEntry();
            less.finish();
            return out.toByteArray();
        }
    }

    private void itIs(LocalDateTime moment) {
        rehearsal.startFrom(moment.toInstant(ZoneOffset.ofHours(8)));
    }

    private void tryOutNoticeOf2027() {
        page.getByLabel("选择文件").setInputFiles(NOTICE_OF_2027);
        assertThat(page.getByLabel("或者粘贴内容")).hasValue(Pattern.compile("made up for tests"));
        button("试算").click();
        assertThat(page.getByText("试算：导入 2027 年的安排")).isVisible();
    }

    private Locator movedClock(String caseNumber) {
        return rowOf(caseNumber).filter(new Locator.FilterOptions().setHasText("受理决定"));
    }

    private Locator rowOf(String caseNumber) {
        return page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(caseNumber));
    }

    private Locator heldRow(String timer) {
        return page.getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHasText("定时器"))
                .filter(new Locator.FilterOptions().setHasText(timer));
    }

    private Locator rows() {
        return page.locator(".jiesu-table tbody tr");
    }

    private Locator summary() {
        return page.getByRole(AriaRole.STATUS).filter(new Locator.FilterOptions().setHasText("在计期限"));
    }

    private Locator light(String name) {
        return page.locator(".jiesu-count").filter(new Locator.FilterOptions().setHasText(name));
    }

    private List<JsonNode> runningClocks(String caseNumber) {
        return StreamSupport.stream(clocks(caseNumber).spliterator(), false)
                .filter(clock -> !clock.hasNonNull("endedAt"))
                .toList();
    }

    private String dueDay(String caseNumber, String clock) {
        return StreamSupport.stream(clocks(caseNumber).spliterator(), false)
                .filter(one -> one.path("clock").asText().equals(clock))
                .map(one -> OffsetDateTime.parse(one.path("dueAt").asText())
                        .toLocalDate()
                        .toString())
                .findFirst()
                .orElseThrow();
    }

    private JsonNode clocks(String caseNumber) {
        return as("centre").getForObject("/api/cases/{case}/clocks", JsonNode.class, caseNumber);
    }

    private Job checkpoint(String caseNumber) {
        String instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .processDefinitionKey("case-supervision")
                .singleResult()
                .getId();
        return management
                .createJobQuery()
                .processInstanceId(instance)
                .activityId("Event_CheckpointReached")
                .singleResult();
    }
}
