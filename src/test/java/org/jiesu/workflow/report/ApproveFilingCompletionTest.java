package org.jiesu.workflow.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.util.Map;
import org.jiesu.cases.Reports;
import org.jiesu.shared.BadInput;
import org.jiesu.shared.Refusal;
import org.jiesu.workflow.dmn.ReporterNoticeRules;
import org.jiesu.workflow.tasks.FilledForms;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ApproveFilingCompletionTest {

    private final ReportCase report = new ReportCase();
    private final Reports reports = mock(Reports.class);
    private final ReporterNoticeRules notices = mock(ReporterNoticeRules.class);
    private final ApproveFilingCompletion completion = new ApproveFilingCompletion(
            reports, new Independence(report.cases, report.steps), report.earlier, report.cases, notices);

    private Map<String, Object> approve(Object... keysAndValues) {
        return completion.complete(FilledForms.by("leader", "approve-filing", keysAndValues));
    }

    @Test
    @DisplayName("批准立案")
    void files() {
        report.done("Task_ProposeFiling", "handler", Map.of("filingProposed", true));
        assertThat(approve("filed", "true")).isEqualTo(Map.of("filed", true, "tellFiling", false));
        verify(reports).file(ReportCase.NUMBER);
    }

    @Test
    @DisplayName("规则表要求告知立案的，立案即开始告知（令20第三十一条）")
    void filingIsToldWhereTheTableSaysSo() {
        when(notices.mustTellFiling(report.view)).thenReturn(true);

        assertThat(approve("filed", "true")).containsEntry("tellFiling", true);
    }

    @Test
    @DisplayName("不予立案：不填理由即为承办人所提的理由")
    void declinesOnTheProposedGround() {
        report.done(
                "Task_ProposeFiling", "handler", Map.of("filingProposed", false, "nonFilingGround", "MINOR_CORRECTED"));
        assertThat(approve("filed", "false")).isEqualTo(Map.of("filed", false, "decision", "NOT_FILED"));
        verify(reports).declineToFile(ReportCase.NUMBER, "MINOR_CORRECTED");
    }

    @Test
    @DisplayName("与承办人意见不一致的，须写明意见和不予立案的理由")
    void differingNeedsOpinionAndGround() {
        report.done("Task_ProposeFiling", "handler", Map.of("filingProposed", true));
        assertThatThrownBy(() -> approve("filed", "false"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("审批意见")
                .hasMessageContaining("不予立案理由");
        approve("filed", "false", "nonFilingGround", "TIME_LIMIT", "opinion", "已过两年");
        verify(reports).declineToFile(ReportCase.NUMBER, "TIME_LIMIT");
    }

    @Test
    @DisplayName("承办人不能自己审批")
    void handlerMayNotApprove() {
        assertThatThrownBy(() -> completion.complete(FilledForms.by("handler", "approve-filing", "filed", "true")))
                .isInstanceOf(Refusal.class);
        verifyNoInteractions(reports);
    }
}
