package org.jiesu.workflow.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiesu.workflow.tasks.FilledForms.CASE_NUMBER;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jiesu.cases.CaseView;
import org.jiesu.cases.Cases;
import org.jiesu.cases.Complaints;
import org.jiesu.cases.Outcome;
import org.jiesu.deadlines.ClockState;
import org.jiesu.deadlines.ClockView;
import org.jiesu.deadlines.Deadlines;
import org.jiesu.workflow.CaseViews;
import org.jiesu.workflow.tasks.FilledForms;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("决定终止调解（令121第二十三条第一款）")
class DecideTerminationCompletionTest {

    private final Cases cases = mock();
    private final Complaints complaints = mock();
    private final Deadlines deadlines = mock();
    private final DecideTerminationCompletion completion =
            new DecideTerminationCompletion(cases, complaints, deadlines);

    @BeforeEach
    void receivedUnderOrder121() {
        receivedAt(LocalDateTime.of(2026, 11, 10, 9, 0));
        when(complaints.givenUp(CASE_NUMBER)).thenReturn(Optional.empty());
    }

    private CaseView receivedAt(LocalDateTime at) {
        CaseView view = CaseViews.complaint(at);
        when(cases.view(CASE_NUMBER)).thenReturn(view);
        return view;
    }

    private void limit(String clock, ClockState state) {
        ClockView running = mock();
        when(running.clock()).thenReturn(clock);
        when(running.state()).thenReturn(state);
        when(deadlines.clocks(CASE_NUMBER)).thenReturn(List.of(running));
    }

    private Map<String, Object> decide(Object... fields) {
        Object[] form =
                Stream.concat(Stream.of("reason", "见调解记录"), Stream.of(fields)).toArray();
        return completion.complete(FilledForms.of("decide-termination", form));
    }

    @Test
    void takesTheProposedGroundWhenNoneIsChosen() {
        CaseView view = receivedAt(LocalDateTime.of(2026, 11, 10, 9, 0));
        when(view.terminationGround()).thenReturn("ART23_3");
        assertThat(decide()).isEqualTo(Map.of("terminationGround", "ART23_3", "terminationReason", "OTHER"));
        verify(complaints).terminate(CASE_NUMBER, "ART23_3");
    }

    @ParameterizedTest
    @CsvSource({"2026-04-14T23:59, ART21_7, ART23_7", "2026-04-15T00:00, ART23_7, ART21_7"})
    @DisplayName("终止调解理由依收到投诉之日施行的规定")
    void takesTheGroundsOfTheDayReceived(LocalDateTime received, String fits, String fitsNot) {
        receivedAt(received);
        assertThatThrownBy(() -> decide("terminationGround", fitsNot)).hasMessageContaining("收到投诉之日");
        verify(complaints, never()).terminate(any(), any());
        assertThat(decide("terminationGround", fits)).containsEntry("terminationGround", fits);
    }

    @ParameterizedTest
    @EnumSource(names = {"WITHDRAWN", "SETTLED"})
    void saysHowTheComplaintWasGivenUp(Outcome how) {
        when(complaints.givenUp(CASE_NUMBER)).thenReturn(Optional.of(how));
        assertThat(decide()).isEqualTo(Map.of("terminationGround", "ART23_1", "terminationReason", how.name()));
    }

    @Test
    void nobodyWithdrawsForTheComplainant() {
        assertThatThrownBy(() -> decide("terminationGround", "ART23_1")).hasMessageContaining("没有登记撤回");
    }

    @Test
    @DisplayName("六十日内未达成协议：期限未满不能以此终止")
    void theLimitHasToHavePassed() {
        limit("mediation", ClockState.RUNNING);
        assertThatThrownBy(() -> decide("terminationGround", "ART23_5")).hasMessageContaining("尚未届满");
        limit("statutoryMediation", ClockState.MISSED);
        assertThat(decide("terminationGround", "ART23_5")).containsEntry("terminationReason", "OTHER");
    }

    @Test
    void theCutOffProposesItsGroundByItself() {
        limit("mediation", ClockState.MISSED);
        assertThat(decide()).containsEntry("terminationGround", "ART23_5");
        receivedAt(LocalDateTime.of(2026, 4, 14, 9, 0));
        assertThat(decide()).containsEntry("terminationGround", "ART21_5");
    }

    @Test
    @DisplayName("涉嫌犯罪移送公安机关（令121第四十二条）")
    void handsToThePoliceOnlyOnThatGround() {
        assertThatThrownBy(() -> decide("terminationGround", "ART23_7", "toPolice", "true"))
                .hasMessageContaining("第（六）项");
        decide("terminationGround", "ART23_6", "toPolice", "true");
        verify(complaints).handToPolice(CASE_NUMBER);
    }
}
