package org.jiesu.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jiesu.cases.CaseEvent;
import org.jiesu.shared.BadInput;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("时限灯与检查点")
class LightsTest {

    private static final LocalTime OPENING = LocalTime.of(8, 30);

    private final WorkingCalendar calendar = new WorkingCalendar(TestLedger.SHIPPED);
    private final DeadlineCalculator calculator = new DeadlineCalculator(calendar);
    private final Calendars calendars = mock(Calendars.class);
    private final Lights lights = new Lights(calendars);

    @BeforeEach
    void shippedCalendar() {
        when(calendars.current()).thenReturn(calendar);
    }

    @Test
    @DisplayName("跨国庆：提前两个工作日、到期日、届满和其后每个工作日上班时；节假日和周末没有检查点")
    void checkpointsOverNationalDay() {
        // 25 to 27 September and 1 to 7 October are off.
        // off.
        LedgerEntry entry = entry(LocalDateTime.of(2026, 9, 22, 10, 0), 5, TermUnit.WORKING_DAYS, 2);
        assertThat(entry.dueAt().toLocalDate()).isEqualTo(LocalDate.of(2026, 9, 30));

        assertThat(checkpoints(entry, LocalDateTime.of(2026, 9, 22, 10, 0), LocalDateTime.of(2026, 10, 9, 12, 0)))
                .containsExactly(
                        LocalDateTime.of(2026, 9, 28, 8, 30),
                        LocalDateTime.of(2026, 9, 29, 8, 30),
                        LocalDateTime.of(2026, 9, 30, 8, 30),
                        LocalDateTime.of(2026, 10, 1, 0, 0),
                        LocalDateTime.of(2026, 10, 8, 8, 30),
                        LocalDateTime.of(2026, 10, 9, 8, 30));
    }

    @Test
    @DisplayName("自然日期限在周六届满：从最后一个工作日倒数，仍有两个工作日")
    void countsBackFromTheLastWorkingDay() {
        LedgerEntry entry = entry(LocalDateTime.of(2026, 10, 15, 10, 0), 16, TermUnit.CALENDAR_DAYS, 2);
        assertThat(entry.dueAt().toLocalDate()).isEqualTo(LocalDate.of(2026, 10, 31)); // a Saturday

        assertThat(lights.watched(entry, LocalDateTime.of(2026, 10, 27, 23, 59)))
                .isFalse();
        assertThat(lights.watched(entry, LocalDateTime.of(2026, 10, 28, 8, 30))).isTrue();
    }

    @Test
    @DisplayName("分钟期限：临期和届满时检查，不等上班；其后每个工作日上班时")
    void minutesRunThroughTheNight() {
        LedgerEntry entry = entry(LocalDateTime.of(2026, 11, 13, 23, 50), 30, TermUnit.MINUTES, 10);

        assertThat(checkpoints(entry, LocalDateTime.of(2026, 11, 13, 23, 50), LocalDateTime.of(2026, 11, 16, 12, 0)))
                .contains(
                        LocalDateTime.of(2026, 11, 14, 0, 10),
                        LocalDateTime.of(2026, 11, 14, 0, 20, 1),
                        LocalDateTime.of(2026, 11, 16, 8, 30));
    }

    @Test
    @DisplayName("期限扣除中没有检查点")
    void aPausedClockIsNotWatched() {
        LedgerEntry entry = entry(LocalDateTime.of(2026, 9, 22, 10, 0), 5, TermUnit.WORKING_DAYS, 2);
        entry.pause(LocalDate.of(2026, 9, 25), "TESTING", LocalDateTime.of(2026, 9, 25, 9, 0));
        entry.settleOn(entry.compute(calculator), calendar.version());

        assertThat(lights.watched(entry, LocalDateTime.of(2026, 10, 20, 8, 30))).isFalse();
        assertThat(lights.nextCheckpoint(entry, OPENING, LocalDateTime.of(2026, 9, 25, 9, 0)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-27T23:59:59, NORMAL",
        "2026-09-28T00:00, DUE_SOON",
        "2026-09-29T23:59:59, DUE_SOON",
        "2026-09-30T00:00, DUE_TODAY",
        "2026-09-30T23:59:59, DUE_TODAY",
        "2026-10-01T00:00, OVERDUE",
    })
    @DisplayName("正常、临期、今日到期、超期，都从零时起变")
    void changesItsLightAtMidnight(LocalDateTime now, Light light) {
        LedgerEntry entry = entry(LocalDateTime.of(2026, 9, 22, 10, 0), 5, TermUnit.WORKING_DAYS, 2);

        assertThat(lights.of(entry, now)).isEqualTo(light);
    }

    @Test
    @DisplayName("结束的期限：按期、超期，取消的没有灯，也不再看")
    void whatHasEndedKeepsItsVerdict() {
        LocalDateTime start = LocalDateTime.of(2026, 9, 22, 10, 0);
        LedgerEntry met = entry(start, 5, TermUnit.WORKING_DAYS, 2);
        LedgerEntry missed = entry(start, 5, TermUnit.WORKING_DAYS, 2);
        LedgerEntry cancelled = entry(start, 5, TermUnit.WORKING_DAYS, 2);
        met.end(met.dueAt());
        missed.end(missed.dueAt().plusSeconds(1));
        cancelled.cancel(start);
        LocalDateTime later = LocalDateTime.of(2026, 10, 20, 10, 0);

        assertThat(lights.of(met, later)).isEqualTo(Light.DONE_IN_TIME);
        assertThat(lights.of(missed, later)).isEqualTo(Light.DONE_LATE);
        assertThat(lights.of(cancelled, later)).isNull();
        assertThat(lights.watched(met, later)).isFalse();
        assertThat(lights.nextCheckpoint(met, OPENING, start)).isEmpty();
    }

    @Test
    @DisplayName("办件的灯：最急的；没有急的，有一个在走就是正常，全部扣除才是扣除中")
    void theWorstLightOfACase() {
        assertThat(Lights.worst(List.of(Light.NORMAL, Light.OVERDUE, Light.DUE_TODAY, Light.PAUSED)))
                .isEqualTo(Light.OVERDUE);
        assertThat(Lights.worst(List.of(Light.DUE_SOON, Light.PAUSED, Light.DUE_TODAY)))
                .isEqualTo(Light.DUE_TODAY);
        assertThat(Lights.worst(List.of(Light.NORMAL, Light.PAUSED))).isEqualTo(Light.NORMAL);
        assertThat(Lights.worst(List.of(Light.PAUSED, Light.NORMAL))).isEqualTo(Light.NORMAL);
        assertThat(Lights.worst(List.of(Light.PAUSED, Light.PAUSED))).isEqualTo(Light.PAUSED);
        assertThat(Lights.worst(List.of())).isEqualTo(Light.NORMAL);
    }

    @ParameterizedTest
    @CsvSource({
        "0, NORMAL",
        "49, NORMAL",
        "50, DUE_SOON",
        "79, DUE_SOON",
        "80, DUE_TODAY",
        "99, DUE_TODAY",
        "100, OVERDUE"
    })
    void readsTheLightFromThePriorityOfATask(int priority, Light light) {
        assertThat(Light.ofUrgency(priority)).isEqualTo(light);
    }

    @Test
    void readsTheLightFromItsCode() {
        assertThat(Light.ofCode("DUE_SOON")).isEqualTo(Light.DUE_SOON);
        assertThat(Light.DUE_SOON.label()).isEqualTo("临期");
        assertThatThrownBy(() -> Light.ofCode("due_soon"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("DUE_SOON, DUE_TODAY");
    }

    private List<LocalDateTime> checkpoints(LedgerEntry entry, LocalDateTime after, LocalDateTime until) {
        List<LocalDateTime> all = new ArrayList<>();
        Optional<LocalDateTime> next = lights.nextCheckpoint(entry, OPENING, after);
        while (next.isPresent() && next.get().isBefore(until)) {
            all.add(next.get());
            next = lights.nextCheckpoint(entry, OPENING, next.get());
        }
        return all;
    }

    private LedgerEntry entry(LocalDateTime startedAt, int amount, TermUnit unit, int remindBefore) {
        ClockRule rule = new ClockRule(
                "handling",
                amount,
                unit,
                Roll.NONE,
                Set.of(CaseEvent.CLOSED),
                Layer.INSTITUTION,
                null,
                ExtensionRule.NONE,
                Set.of("TESTING"),
                remindBefore,
                0,
                "依据");
        LedgerEntry entry = new LedgerEntry("FC-C-2026-000001", 1, startedAt, rule, null);
        entry.settleOn(entry.compute(calculator), calendar.version());
        return entry;
    }
}
