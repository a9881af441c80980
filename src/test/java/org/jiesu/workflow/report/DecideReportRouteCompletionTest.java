package org.jiesu.workflow.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.util.Map;
import org.jiesu.cases.Facts;
import org.jiesu.cases.Reports;
import org.jiesu.shared.BadInput;
import org.jiesu.workflow.dmn.ChannelRules;
import org.jiesu.workflow.tasks.FilledForms;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DecideReportRouteCompletionTest {

    private final ReportCase report = new ReportCase();
    private final Reports reports = mock(Reports.class);
    private final ChannelRules channels = mock(ChannelRules.class);
    private final DecideReportRouteCompletion completion =
            new DecideReportRouteCompletion(report.cases, reports, channels);

    private Map<String, Object> complete(Object... keysAndValues) {
        return completion.complete(FilledForms.of("decide-report-route", keysAndValues));
    }

    @Test
    @DisplayName("本局办理：不填的项目即确认建议")
    void blankFieldsConfirmTheProposal() {
        assertThat(complete("reportRoute", "HANDLE", "town", "老城街道")).isEqualTo(Map.of("reportRoute", "HANDLE"));
        verify(report.cases).confirm(ReportCase.NUMBER, new Facts("计量", "老城街道", true, null, null, false));
        verify(reports).decideRoute(ReportCase.NUMBER, "HANDLE");
        verify(reports, never()).repeats(any(), any(), anyBoolean());
    }

    @Test
    @DisplayName("确认权限时才发现重大紧急的，向领导报告（制度三.4）")
    void tellsOfUrgencyThatWasNotKnown() {
        assertThat(complete("reportRoute", "HANDLE", "urgent", "true"))
                .isEqualTo(Map.of("reportRoute", "HANDLE", "urgent", true));
    }

    @Test
    @DisplayName("告知直接提出：理由和有权部门必填（令121第三十四条）")
    void tellingDirectNeedsReasonAndDepartment() {
        assertThatThrownBy(() -> complete("reportRoute", "TELL_DIRECT"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("理由")
                .hasMessageContaining("有权处理的部门");
        verifyNoInteractions(reports);
        report.facts("计量", "宁阳县市场监督管理局");
        complete("reportRoute", "TELL_DIRECT", "reason", "被举报人在宁阳县");
        verify(reports).decideRoute(ReportCase.NUMBER, "TELL_DIRECT");
    }

    @Test
    @DisplayName("只有食品安全举报才移送（食品安全法第一百一十五条）")
    void onlyFoodIsTransferred() {
        report.facts("计量", "农业农村局");
        assertThatThrownBy(() -> complete("reportRoute", "TRANSFER_FOOD", "reason", "农产品"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("第一百一十五条");
        complete("reportRoute", "TRANSFER_FOOD", "reason", "农产品", "matter", "食品安全");
        verify(reports).decideRoute(ReportCase.NUMBER, "TRANSFER_FOOD");
    }

    @Test
    @DisplayName("重复举报：须填此前的编号，新事实重新计算期限（令121第三十五条）")
    void repeatedReportIsMerged() {
        assertThatThrownBy(() -> complete("reportRoute", "REPEATED", "reason", "同一事实"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("此前的举报办件编号");
        complete("reportRoute", "REPEATED", "reason", "同一事实", "mergedInto", "FC-R-2026-000007", "newFacts", "true");
        verify(reports).repeats(ReportCase.NUMBER, "FC-R-2026-000007", true);
    }

    @Test
    @DisplayName("只有约定可以退回的渠道才能退回")
    void onlyWhereTheChannelTakesItBack() {
        assertThatThrownBy(() -> complete("reportRoute", "RETURN_TO_CHANNEL", "reason", "派错单位"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("不接受退回");
        when(channels.returnAllowed("12345")).thenReturn(true);
        assertThat(complete("reportRoute", "RETURN_TO_CHANNEL", "reason", "派错单位"))
                .containsEntry("reportRoute", "RETURN_TO_CHANNEL");
    }
}
