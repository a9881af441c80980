package org.jiesu.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jiesu.shared.LastDay;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.io.ClassPathResource;

@DisplayName("文书样式")
class PaperRendererTest {

    private final PaperRenderer renderer = new PaperRenderer();

    @ParameterizedTest
    @EnumSource(PaperKind.class)
    @DisplayName("每种文书印出的全文与样张一致")
    void printsTheExpectedText(PaperKind kind) throws IOException {
        var expected = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');

        assertThat(text(Fixtures.paper(kind))).isEqualTo(expected(expected));
    }

    @Test
    @DisplayName("调解通知书：被投诉人一份的全文与样张一致")
    void printsTheRespondentsCopy() throws IOException {
        assertThat(text(Fixtures.mediationNotice(Audience.RESPONDENT)))
                .isEqualTo(expected("mediation-notice-respondent"));
    }

    @ParameterizedTest
    @EnumSource(
            value = PaperKind.class,
            names = {"MEDIATION_NOTICE", "MEDIATION_TERMINATION_DECISION", "MEDIATION_AGREEMENT"})
    @DisplayName("送达被投诉人的文书不含投诉人的电话、证件号码和住址（令121第三十七条）")
    void keepsTheComplainantsSecrets(PaperKind kind) {
        var paper = kind == PaperKind.MEDIATION_NOTICE
                ? Fixtures.mediationNotice(Audience.RESPONDENT)
                : Fixtures.paper(kind);

        assertThat(text(paper))
                .contains("周小禾")
                .doesNotContain(Fixtures.COMPLAINANT_PHONE, Fixtures.COMPLAINANT_ID, Fixtures.COMPLAINANT_ADDRESS);
    }

    @ParameterizedTest
    @EnumSource(
            value = PaperKind.class,
            names = {"FILING_APPROVAL", "TRANSFER_LETTER", "CRIME_TRANSFER_LETTER", "EXTENSION_APPROVAL"})
    @DisplayName("案卷和移送材料不记载举报人")
    void keepsTheReporterSecret(PaperKind kind) {
        assertThat(text(Fixtures.paper(kind))).doesNotContain(Fixtures.REPORTER_NAME, Fixtures.REPORTER_PHONE);
    }

    @Test
    @DisplayName("匿名举报：举报人各栏印“未提供”")
    void printsUnknownForAnAnonymousReporter() {
        assertThat(text(Fixtures.reportRegistration(true)))
                .contains("☐实名　☑匿名", "姓名\t未提供\t联系电话\t未提供", "证件类型\t未提供\t证件号码\t未提供");
    }

    @Test
    @DisplayName("延期审批表：报批时尚无审批结论")
    void leavesTheDecisionOnAnExtensionOpen() {
        assertThat(text(Fixtures.extensionApproval(false))).contains("延期书面报告", "☐同意延期　☐不同意延期", "审批意见\t未提供");
    }

    @Test
    @DisplayName("延期审批表：来年放假安排未公布的届满日期注明暂定，扣除中的写明未定")
    void marksProvisionalDays() {
        assertThat(text(Fixtures.extensionApproval(
                        true,
                        new LastDay(LocalDate.of(2026, 12, 31), false),
                        new LastDay(LocalDate.of(2027, 1, 8), true))))
                .contains("原届满日期\t2026年12月31日", "延长后届满\t2027年1月8日（暂定）")
                .doesNotContain("2026年12月31日（暂定）");
        LastDay paused = new LastDay(null, false);
        assertThat(text(Fixtures.extensionApproval(false, paused, paused))).contains("原届满日期\t期限扣除中", "延长后届满\t期限扣除中");
    }

    @Test
    @DisplayName("督办通知单：暂定的届满日期和回复日期注明暂定")
    void marksProvisionalDaysOfASupervisionNotice() {
        LastDay provisional = new LastDay(LocalDate.of(2027, 1, 4), true);
        var notice = new SupervisionNotice(
                "feicheng",
                "acceptance-1",
                "新城市场监管所",
                "投诉",
                "食品安全",
                Fixtures.RECEIVED,
                "受理",
                provisional,
                1,
                "依据",
                provisional);
        assertThat(text(notice)).contains("2027年1月4日（暂定）届满", "于2027年1月4日（暂定）前书面回复");
    }

    @Test
    @DisplayName("2026年4月15日前收到的投诉：受理决定书引用暂行办法和四十五个工作日")
    void acceptsUnderOrder20() {
        assertThat(text(Fixtures.acceptanceDecision(LawVersion.ORDER_20)))
                .contains("《市场监督管理投诉举报处理暂行办法》第十四条", "四十五个工作日内")
                .doesNotContain("六十日", "处理办法");
    }

    @Test
    @DisplayName("2026年4月15日前收到的投诉：终止调解决定书引用暂行办法第二十一条")
    void terminatesUnderOrder20() {
        assertThat(text(Fixtures.terminationDecision(LawVersion.ORDER_20, 5)))
                .contains("《市场监督管理投诉举报处理暂行办法》第二十一条第五项", "四十五个工作日内", "第三十九条")
                .doesNotContain("六十日", "处理办法");
    }

    @Test
    @DisplayName("不予受理且没有其他主管部门：不印主管部门一句，仍告知其他途径（第十五条第二款）")
    void declinesWithoutAnotherAuthority() {
        assertThat(text(Fixtures.nonAcceptanceDecision(LawVersion.ORDER_121, 3, null)))
                .contains("《市场监督管理投诉举报处理办法》第十五条、第十六条第三项", "向人民法院提起诉讼")
                .doesNotContain("该事项由", "未提供");
    }

    @Test
    @DisplayName("没有法定告知义务的举报：不引用法律依据")
    void tellsAResultOutOfThePromiseAlone() {
        assertThat(text(Fixtures.reportResultNotice(null)))
                .contains("现将处理结果告知如下：")
                .doesNotContain("根据");
    }

    @Test
    @DisplayName("不知道主管机关时，告知书不印“未提供”")
    void directsToTheCompetentBureauWithoutItsName() {
        assertThat(text(Fixtures.outOfRemitNotice(null, null)))
                .contains("请直接向有处理权限的市场监督管理部门提出。")
                .doesNotContain("未提供");
    }

    @Test
    @DisplayName("当事人写入的标签和控制字符原样或无害地印出")
    void printsHostileTextHarmlessly() {
        var paper = new AcceptanceDecision(
                "feicheng", LawVersion.ORDER_121, "<b>", null, "{{issuer}}\u0001&", Fixtures.RECEIVED, null);

        assertThat(text(paper)).contains("<b>：", "投诉事项为：{{issuer}}&。", "对未提供的投诉", "联系人：未提供");
    }

    @Test
    @DisplayName("法定情形以外的项被拒绝")
    void knowsNoGroundBeyondTheLaw() {
        var paper = Fixtures.nonAcceptanceDecision(LawVersion.ORDER_20, 7, null);

        assertThatThrownBy(() -> text(paper)).isInstanceOf(IllegalArgumentException.class);
    }

    private String text(Paper paper) {
        return text(renderer.render(
                paper,
                "TS2026110001",
                "肥城市市场监督管理局",
                paper.kind().number("肥市监", 2026, 1),
                Fixtures.ISSUED,
                UnaryOperator.identity()));
    }

    static String text(byte[] docx) {
        try (var document = new XWPFDocument(new ByteArrayInputStream(docx));
                var extractor = new XWPFWordExtractor(document)) {
            return extractor.getText().strip();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String expected(String name) throws IOException {
        return new ClassPathResource("documents/" + name + ".txt")
                .getContentAsString(StandardCharsets.UTF_8)
                .strip();
    }
}
