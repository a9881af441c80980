package org.jiesu.workflow.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiesu.workflow.tasks.FilledForms.CASE_NUMBER;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jiesu.cases.CaseKind;
import org.jiesu.cases.CaseView;
import org.jiesu.cases.Cases;
import org.jiesu.cases.Complaints;
import org.jiesu.workflow.CaseViews;
import org.jiesu.workflow.dmn.ChannelRules;
import org.jiesu.workflow.tasks.FilledForms;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("审核退单（FC 四.1）")
class ReviewReturnCompletionTest {

    private final Cases cases = mock();
    private final Complaints complaints = mock();
    private final ChannelRules channels = mock();
    private final ReviewReturnCompletion completion = new ReviewReturnCompletion(cases, complaints, channels);
    private final CaseView view = CaseViews.complaint();

    @BeforeEach
    void returnedByXincheng() {
        when(cases.view(CASE_NUMBER)).thenReturn(view);
        when(view.assistingUnits()).thenReturn(List.of("laocheng", "brigade"));
        when(cases.approveReturn(CASE_NUMBER)).thenReturn(1);
        when(view.round()).thenReturn(1);
        when(view.acceptedAt()).thenReturn(LocalDateTime.of(2026, 5, 8, 9, 0));
    }

    @Test
    @DisplayName("由承办单位受理的，尚未受理而无单位有权处理：由投诉中心决定，不终止调解")
    void theCentreDecidesOnAComplaintThatNoUnitMayAccept() {
        when(view.acceptedAt()).thenReturn(null);

        assertThat(review("returnApproved", "true"))
                .isEqualTo(Map.of("returnApproved", true, "dispatchResult", "NO_UNIT", "acceptedBy", "CENTRE"));
        verifyNoInteractions(complaints);
        assertThatThrownBy(() -> review("returnApproved", "true", "returnedToChannel", "true"))
                .hasMessageContaining("决定是否受理");
    }

    private Map<String, Object> review(Object... fields) {
        return completion.complete(FilledForms.of("review-return", fields));
    }

    @Test
    void theUnitKeepsTheOrderWhenItsReturnIsRefused() {
        assertThat(review("returnApproved", "false", "opinion", "属于本单位"))
                .isEqualTo(Map.of("returnApproved", false, "dispatchResult", "REFUSED"));
        verify(cases).refuseReturn(CASE_NUMBER);
        verify(cases, never()).approveReturn(any());
    }

    @Test
    void aRefusalSaysWhy() {
        assertThatThrownBy(() -> review("returnApproved", "false")).hasMessageContaining("审核意见");
    }

    @Test
    void theOrderGoesToAnotherUnitWhichNoLongerOnlyAssists() {
        assertThat(review("returnApproved", "true", "handlingUnit", "laocheng"))
                .isEqualTo(Map.of("returnApproved", true, "dispatchResult", "AGAIN", "handlingUnit", "laocheng"));
        verify(cases).dispatch(CASE_NUMBER, "laocheng", List.of("brigade"), List.of());
    }

    @Test
    void theReturningUnitDoesNotGetItBack() {
        assertThatThrownBy(() -> review("returnApproved", "true", "handlingUnit", "xincheng"))
                .hasMessageContaining("不能是退单单位");
        verify(cases, never()).approveReturn(any());
    }

    @Test
    @DisplayName("第二次同意退单，由局领导指定承办单位")
    void aLeaderNamesTheUnitAfterTheSecondReturn() {
        when(cases.approveReturn(CASE_NUMBER)).thenReturn(2);
        assertThat(review("returnApproved", "true", "handlingUnit", "laocheng"))
                .containsEntry("dispatchResult", "ARBITRATE");
        verify(cases, never()).dispatch(any(), any(), any(), any());
    }

    @Test
    void endsTheComplaintThatNoUnitMayHandle() {
        assertThat(review("returnApproved", "true"))
                .isEqualTo(Map.of(
                        "returnApproved", true,
                        "dispatchResult", "NO_UNIT",
                        "handleResult", "TERMINATE",
                        "terminationGround", "ART23_6"));
        verify(complaints).proposeTermination(CASE_NUMBER, "ART23_6");
    }

    @Test
    void goesBackToTheChannelOnlyWhereThatIsAllowed() {
        assertThatThrownBy(() -> review("returnApproved", "true", "returnedToChannel", "true"))
                .hasMessageContaining("没有约定可以退回");
        when(channels.returnAllowed("12345")).thenReturn(true);
        assertThat(review("returnApproved", "true", "returnedToChannel", "true"))
                .containsEntry("dispatchResult", "NO_UNIT")
                .containsEntry("handleResult", "RETURNED");
        verify(complaints).returnToChannel(CASE_NUMBER);
    }

    @Test
    void aReportThatNoUnitMayHandleGoesBackToItsRoute() {
        when(view.kind()).thenReturn(CaseKind.REPORT);
        assertThat(review("returnApproved", "true"))
                .isEqualTo(Map.of("returnApproved", true, "dispatchResult", "NO_UNIT"));
    }
}
