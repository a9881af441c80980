package org.jiesu.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiesu.deadlines.TestLedger.CASE;
import static org.jiesu.deadlines.TestLedger.at;
import static org.jiesu.deadlines.TestLedger.rule;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.jiesu.cases.Cases;
import org.jiesu.organisation.Institutions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("督办看到的期限：临期起每个工作日上班后，剩余或者超过几个工作日")
class ClockWatchTest {

    private final TestLedger ledger = new TestLedger();

    @ParameterizedTest
    @CsvSource({
        "2026-09-25T09:00,",
        "2026-09-28T08:29:59,",
        "2026-09-28T08:30, 2",
        "2026-09-29T20:00, 1",
        "2026-09-30T09:00, 0",
        "2026-10-01T09:00,",
        "2026-10-08T08:30, -1",
        "2026-10-10T09:00, -3",
    })
    void countsWorkingDaysOverNationalDay(LocalDateTime now, Integer daysLeft) {
        ledger.start(LocalDateTime.of(2026, 9, 22, 10, 0), rule("handling", 5, TermUnit.WORKING_DAYS));

        List<ClockWatch.Watched> watched = watched(now);
        if (daysLeft == null) {
            assertThat(watched).isEmpty();
        } else {
            assertThat(watched).singleElement().satisfies(clock -> {
                assertThat(clock.daysLeft()).isEqualTo(daysLeft);
                assertThat(clock.atOnce()).isFalse();
                assertThat(clock.layer()).isEqualTo(Layer.INSTITUTION);
                assertThat(clock.lastDay()).hasToString("2026-09-30");
            });
        }
    }

    @ParameterizedTest
    @DisplayName("分钟期限昼夜都看；过一秒就算过了一分钟；过了工作日才说几个工作日")
    @CsvSource({
        "2026-11-13T23:50, 30,",
        "2026-11-14T00:19:01, 0,",
        "2026-11-14T00:20, 0,",
        "2026-11-14T00:20:01, -1,",
        "2026-11-16T00:20, -2880, -1",
        "2026-11-17T09:00, -4840, -2",
    })
    void minutesAreWatchedDayAndNight(LocalDateTime now, long minutesLeft, Integer daysLeft) {
        ledger.start(
                LocalDateTime.of(2026, 11, 13, 23, 50),
                rule("handling", 30, TermUnit.MINUTES, ExtensionRule.NONE, 30, 0));

        assertThat(watched(now)).singleElement().satisfies(clock -> {
            assertThat(clock.minutesLeft()).isEqualTo(minutesLeft);
            assertThat(clock.daysLeft()).isEqualTo(daysLeft);
            assertThat(clock.atOnce()).isTrue();
        });
    }

    @Test
    @DisplayName("下一年的日子没有公布的，写明暂定")
    void saysThatADayIsProvisional() {
        ledger.start(LocalDateTime.of(2026, 12, 24, 10, 0), rule("handling", 7, TermUnit.WORKING_DAYS));

        assertThat(watched(LocalDateTime.of(2026, 12, 31, 9, 0)))
                .singleElement()
                .satisfies(clock -> assertThat(clock.lastDay()).hasToString("2027-01-04（暂定）"));
    }

    private List<ClockWatch.Watched> watched(LocalDateTime now) {
        Cases cases = mock(Cases.class, RETURNS_DEEP_STUBS);
        Institutions institutions = mock(Institutions.class, RETURNS_DEEP_STUBS);
        when(institutions.get(any()).office().open()).thenReturn(LocalTime.of(8, 30));
        return new ClockWatch(
                        ledger.repository, new Lights(ledger.calendars), ledger.calendars, cases, institutions, at(now))
                .of(CASE);
    }
}
