package org.jiesu.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.jiesu.organisation.Institution;
import org.jiesu.organisation.Institution.OfficeHours;
import org.jiesu.organisation.Institutions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("办公时间：工作日（含调休上班日）8:30 至 17:30")
class OfficeTimeTest {

    private final Institutions institutions = mock(Institutions.class);
    private final OfficeTime office = new OfficeTime(new TestLedger().calendars, institutions);

    @BeforeEach
    void openFromHalfPastEight() {
        OfficeHours hours = new OfficeHours(LocalTime.of(8, 30), LocalTime.of(17, 30));
        when(institutions.get("FC")).thenReturn(new Institution("FC", "局", "局", "区", "FC", hours, List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-10T09:00, true",
        "2026-10-09T08:30, true",
        "2026-10-09T08:29:59, false",
        "2026-10-09T17:29:59, true",
        "2026-10-09T17:30, false",
        "2026-10-07T09:00, false",
        "2026-10-11T09:00, false",
    })
    void isOpenInItsHoursOfWorkingDays(LocalDateTime at, boolean open) {
        assertThat(office.isOpen("FC", at)).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-30T08:29:59, 2026-09-30T08:30",
        "2026-09-30T08:30, 2026-10-08T08:30",
        "2026-10-01T07:00, 2026-10-08T08:30",
        "2026-10-09T18:00, 2026-10-10T08:30",
    })
    void opensNextTheSameMorningOrOnTheNextWorkingDay(LocalDateTime at, LocalDateTime opening) {
        assertThat(office.nextOpening("FC", at)).isEqualTo(opening);
    }

    @Test
    void countsMorningsInWorkingDays() {
        assertThat(office.openingWorkingDaysAgo("FC", LocalDate.of(2026, 10, 8), 2))
                .isEqualTo("2026-09-29T08:30");
        assertThat(office.openingWorkingDaysAfter("FC", LocalDate.of(2026, 9, 30), 3))
                .isEqualTo("2026-10-10T08:30");
    }

    @Test
    @DisplayName("次年安排公布前，那一年的日子都是暂定")
    void isProvisionalWithoutANotice() {
        assertThat(office.isProvisional(LocalDate.of(2026, 12, 31))).isFalse();
        assertThat(office.isProvisional(LocalDate.of(2027, 1, 4))).isTrue();
    }
}
