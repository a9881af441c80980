package org.jiesu.workflow.complaint;

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
import java.util.Map;
import java.util.Optional;
import org.jiesu.access.Action;
import org.jiesu.cases.CaseAccess;
import org.jiesu.cases.CaseView;
import org.jiesu.cases.Cases;
import org.jiesu.cases.Complaints;
import org.jiesu.cases.Facts;
import org.jiesu.shared.BadInput;
import org.jiesu.workflow.CaseViews;
import org.jiesu.workflow.dmn.ChannelRules;
import org.jiesu.workflow.tasks.FilledForms;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("决定是否受理（令121第十五条、第十六条）")
class DecideAcceptanceCompletionTest {

    private final Cases cases = mock();
    private final Complaints complaints = mock();
    private final ChannelRules channels = mock();
    private final CaseAccess access = mock();
    private final DecideAcceptanceCompletion completion =
            new DecideAcceptanceCompletion(cases, complaints, channels, access);

    @BeforeEach
    void receivedUnderOrder121() {
        receivedAt(LocalDateTime.of(2026, 11, 10, 9, 0));
    }

    private void receivedAt(LocalDateTime at) {
        CaseView view = CaseViews.complaint(at);
        when(cases.view(CASE_NUMBER)).thenReturn(view);
    }

    private Map<String, Object> decide(Object... fields) {
        return completion.complete(FilledForms.of("decide-acceptance", fields));
    }

    @Test
    void acceptsAndConfirmsWhatWasProposed() {
        assertThat(decide("accepted", "true")).isEqualTo(Map.of("acceptanceResult", "ACCEPTED"));
        verify(complaints).accept(CASE_NUMBER);
        verify(cases).confirm(CASE_NUMBER, CaseViews.PROPOSED);
    }

    @Test
    void changesOnlyTheFactsThatWereFilledIn() {
        decide("accepted", "true", "town", "老城街道", "urgent", "true");
        verify(cases).confirm(CASE_NUMBER, new Facts("食品安全", "老城街道", true, null, null, true));
    }

    @Test
    @DisplayName("受理时才发现重大紧急的，向领导报告；此前已报告的，不再报告（制度三.4）")
    void tellsOnlyOfUrgencyThatWasNotKnown() {
        assertThat(decide("accepted", "true", "urgent", "true")).containsEntry("urgent", true);
        Facts urgent = new Facts("食品安全", "新城街道", true, null, null, true);
        when(cases.view(CASE_NUMBER).facts()).thenReturn(urgent);
        assertThat(decide("accepted", "true", "urgent", "true")).doesNotContainKey("urgent");
        assertThat(decide("accepted", "true")).doesNotContainKey("urgent");
        assertThat(decide("accepted", "true", "urgent", "false")).doesNotContainKey("urgent");
    }

    @Test
    @DisplayName("不予受理先是建议，审核同意才生效")
    void onlyProposesToDecline() {
        assertThat(decide("accepted", "false", "declineGround", "ART16_3", "reason", "进货自用"))
                .containsEntry("acceptanceResult", "DECLINED");
        verify(complaints).proposeDecline(CASE_NUMBER, "ART16_3");
        verify(complaints, never()).decline(any());
    }

    @ParameterizedTest
    @CsvSource({"2026-04-14T23:59, ART15_3, ART16_3", "2026-04-15T00:00, ART16_3, ART15_3"})
    @DisplayName("不予受理理由依收到投诉之日施行的规定")
    void takesTheGroundsOfTheDayReceived(LocalDateTime received, String fits, String fitsNot) {
        receivedAt(received);
        assertThatThrownBy(() -> decide("accepted", "false", "declineGround", fitsNot, "reason", "进货自用"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("收到投诉之日");
        decide("accepted", "false", "declineGround", fits, "reason", "进货自用");
        verify(complaints).proposeDecline(CASE_NUMBER, fits);
    }

    @Test
    void refusesNoWayAndTwoWays() {
        when(channels.returnAllowed("12345")).thenReturn(true);
        assertThatThrownBy(() -> decide("accepted", "false", "reason", "不属本局")).hasMessageContaining("只能选其一");
        assertThatThrownBy(() -> decide(
                        "accepted", "false", "reason", "不属本局", "returnedToChannel", "true", "reclassified", "true"))
                .hasMessageContaining("只能选其一");
        assertThatThrownBy(() -> decide("accepted", "true", "reclassified", "true"))
                .isInstanceOf(BadInput.class);
        verifyNoInteractions(complaints);
    }

    @Test
    void namesTheCompetentDepartmentWhenOutsideTheRemit() {
        assertThatThrownBy(() -> decide("accepted", "false", "declineGround", "ART16_1", "reason", "校外培训"))
                .hasMessageContaining("有权处理的部门");
        decide("accepted", "false", "declineGround", "ART16_1", "reason", "校外培训", "competent", "肥城市教育和体育局");
        verify(complaints).proposeDecline(CASE_NUMBER, "ART16_1");
    }

    @Test
    void returnsOnlyWhereTheChannelAllows() {
        assertThatThrownBy(() -> decide("accepted", "false", "returnedToChannel", "true", "reason", "不属本局"))
                .hasMessageContaining("没有约定可以退回");
        when(channels.returnAllowed("12345")).thenReturn(true);
        assertThat(decide("accepted", "false", "returnedToChannel", "true", "reason", "不属本局"))
                .containsEntry("acceptanceResult", "RETURNED");
        verify(complaints).returnToChannel(CASE_NUMBER);
    }

    @Test
    void mergesOnlyIntoACaseTheClerkMaySee() {
        when(cases.find("FC-C-2026-000007")).thenReturn(Optional.empty());
        assertThatThrownBy(() -> decide("accepted", "false", "mergedInto", "FC-C-2026-000007", "reason", "重复"))
                .hasMessageContaining("没有办件编号为");
        CaseView earlier = CaseViews.complaint();
        when(cases.find("FC-C-2026-000007")).thenReturn(Optional.of(earlier));
        assertThatThrownBy(() -> decide("accepted", "false", "mergedInto", "FC-C-2026-000007", "reason", "重复"))
                .hasMessageContaining("没有办件编号为");
        when(access.may(Action.READ_CASE, FilledForms.ACTOR, earlier)).thenReturn(true);
        assertThat(decide("accepted", "false", "mergedInto", "FC-C-2026-000007", "reason", "重复"))
                .containsEntry("acceptanceResult", "MERGED");
        verify(complaints).mergeInto(CASE_NUMBER, "FC-C-2026-000007");
    }

    @Test
    void reclassifies() {
        assertThat(decide("accepted", "false", "reclassified", "true", "reason", "实为举报"))
                .containsEntry("acceptanceResult", "RECLASSIFIED");
        verify(complaints).reclassify(CASE_NUMBER);
    }
}
