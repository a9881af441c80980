package org.jiesu.workflow.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import java.util.Map;
import org.jiesu.cases.Reports;
import org.jiesu.shared.BadInput;
import org.jiesu.shared.Refusal;
import org.jiesu.workflow.tasks.FilledForms;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReviewCaseCompletionTest {

    private final ReportCase report = new ReportCase();
    private final Reports reports = mock(Reports.class);
    private final ReviewCaseCompletion completion =
            new ReviewCaseCompletion(reports, new Independence(report.cases, report.steps));

    @Test
    @DisplayName("审核通过")
    void passes() {
        assertThat(completion.complete(FilledForms.by("legal1", "review-case", "reviewPassed", "true")))
                .isEqualTo(Map.of("reviewPassed", true));
        verify(reports).reviewed(ReportCase.NUMBER, true);
    }

    @Test
    @DisplayName("退回补充调查须写明意见")
    void failingNeedsOpinion() {
        assertThatThrownBy(() -> completion.complete(FilledForms.by("legal1", "review-case", "reviewPassed", "false")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("审核意见");
    }

    @ParameterizedTest
    @ValueSource(strings = {"handler", "formerHandler"})
    @DisplayName("现任和此前的承办人都不能审核（行政处罚法第五十八条）")
    void whoeverTookPartMayNotReview(String reviewer) {
        report.done("Task_InvestigateCase", "formerHandler", Map.of());
        assertThatThrownBy(() -> completion.complete(FilledForms.by(reviewer, "review-case", "reviewPassed", "true")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("未参与办案的人员审核");
        verifyNoInteractions(reports);
    }
}
