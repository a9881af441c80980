package org.jiesu.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingCalendarTest {

    private final WorkingCalendar calendar = new WorkingCalendar(TestLedger.SHIPPED);

    @ParameterizedTest
    @CsvSource({
        "2026-10-01, PUBLIC_HOLIDAY, 国庆节",
        "2026-10-03, PUBLIC_HOLIDAY, 国庆节",
        "2026-10-10, MAKE_UP_WORKING_DAY, 国庆节",
        "2026-10-09, WORKING_DAY,",
        "2026-10-11, WEEKEND,",
        "2018-12-29, MAKE_UP_WORKING_DAY, 元旦",
        "2022-12-31, PUBLIC_HOLIDAY, 元旦",
        "2027-01-01, WORKING_DAY,",
    })
    void knowsEveryDay(LocalDate date, DayKind kind, String holiday) {
        assertThat(calendar.kindOf(date)).isEqualTo(kind);
        assertThat(calendar.holidayName(date).orElse(null)).isEqualTo(holiday);
    }

    @Test
    void stepsOverWorkingDaysInBothDirections() {
        LocalDate beforeNationalDay = LocalDate.of(2026, 9, 30);

        assertThat(calendar.nextWorkingDay(beforeNationalDay)).isEqualTo("2026-10-08");
        assertThat(calendar.addWorkingDays(beforeNationalDay, 3)).isEqualTo("2026-10-10");
        assertThat(calendar.addWorkingDays(beforeNationalDay, 0)).isEqualTo(beforeNationalDay);
        assertThat(calendar.subtractWorkingDays(LocalDate.of(2026, 10, 8), 2)).isEqualTo("2026-09-29");
        assertThat(calendar.subtractWorkingDays(LocalDate.of(2026, 10, 12), 1)).isEqualTo("2026-10-10");
        assertThatIllegalArgumentException().isThrownBy(() -> calendar.addWorkingDays(beforeNationalDay, -1));
    }

    @Test
    @DisplayName("下一年度放假通知未公布时只按周末推算")
    void isPublishedOnlyWithANotice() {
        List<CalendarYear> years = new ArrayList<>(CalendarFiles.load());
        years.add(new CalendarYear(2027, List.of(), List.of()));

        assertThat(new WorkingCalendar(years).isPublished(LocalDate.of(2027, 1, 4)))
                .isFalse();
        assertThat(calendar.isPublished(LocalDate.of(2026, 12, 31))).isTrue();
        assertThat(calendar.isPublished(LocalDate.of(2018, 12, 29))).isFalse();
    }

    @Test
    @DisplayName("后公布的通知可以改动上一年的最后几天")
    void prefersTheLaterNotice() {
        LocalDate saturday = LocalDate.of(2026, 12, 26);
        List<CalendarYear> years = new ArrayList<>(CalendarFiles.load());
        years.add(0, new CalendarYear(2027, List.of("test"), List.of(new CalendarYear.Day("元旦", saturday, false))));

        assertThat(new WorkingCalendar(years).isWorkingDay(saturday)).isTrue();
    }

    @Test
    void namesItsVersionAfterItsContent() {
        List<CalendarYear> years = CalendarFiles.load();
        List<CalendarYear> shuffled = new ArrayList<>(years);
        Collections.reverse(shuffled);

        assertThat(calendar.version()).hasSize(12).isEqualTo(new WorkingCalendar(shuffled).version());
        assertThat(new WorkingCalendar(years.subList(1, years.size())).version())
                .isNotEqualTo(calendar.version());
    }
}
