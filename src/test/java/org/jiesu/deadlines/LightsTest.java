package org.jiesu.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("时限灯与检查点")
class LightsTest {

    private static final LocalTime OPENING = LocalTime.of(8, 30);

    private final WorkingCalendar calendar = new WorkingCalendar(CalendarFiles.load());
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
