package org.jiesu.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jiesu.deadlines.Calendars.Year;
import org.jiesu.platform.CurrentStaff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.test.util.ReflectionTestUtils;

@DisplayName("节假日安排的导入和撤回：最新的一次算数，旧的留着，供当时算的期限用")
class CalendarsTest {

    private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 26, 10, 0);
    private static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 1);
    private static final LocalDate NATIONAL_DAY = LocalDate.of(2026, 10, 1);

    private final List<CalendarNotice> stored = new ArrayList<>();
    private final CalendarNoticeRepository notices = mock(CalendarNoticeRepository.class);
    private final CurrentStaff staff = mock(CurrentStaff.class);
    private final Calendars calendars = new Calendars(notices, staff, TestLedger.at(NOW));

    @BeforeEach
    void theDatabase() {
        when(staff.id()).thenReturn("admin");
        when(notices.newest())
                .thenAnswer(asked -> stored.stream().map(CalendarNotice::id).reduce(Math::max));
        when(notices.findAllByOrderById()).thenAnswer(asked -> List.copyOf(stored));
        when(notices.save(any())).thenAnswer(asked -> {
            stored.add(asked.getArgument(0));
            ReflectionTestUtils.setField(asked.<CalendarNotice>getArgument(0), "id", (long) stored.size());
            return asked.getArgument(0);
        });
    }

    private static CalendarYear notice(int year, LocalDate off) {
        return new CalendarYear(year, List.of("国办发明电"), List.of(new CalendarYear.Day("元旦", off, true)));
    }

    @Test
    @DisplayName("导入的即时生效，写明谁在何时导入；同样的再导入一次不算；撤回后回到原样")
    void bringsAndWithdrawsAYear() {
        WorkingCalendar shipped = calendars.current();
        assertThat(shipped.isPublished(NEW_YEAR)).isFalse();
        assertThat(calendars.withoutImport(2027)).isEmpty();
        assertThat(calendars.withoutImport(2026)).isEmpty();

        CalendarYear notice = notice(2027, NEW_YEAR);
        assertThat(calendars.with(notice).isWorkingDay(NEW_YEAR)).isFalse();
        assertThat(calendars.latest()).as("only looked at").isSameAs(shipped);
        calendars.bring(notice);
        calendars.bring(notice);
        assertThat(stored).singleElement().satisfies(imported -> {
            assertThat(imported.importedBy()).isEqualTo("admin");
            assertThat(imported.importedAt()).isEqualTo(NOW);
        });
        WorkingCalendar imported = calendars.current();
        assertThat(imported.isWorkingDay(NEW_YEAR)).isFalse();
        assertThat(calendars.latest()).isSameAs(imported);
        assertThat(calendars.years())
                .filteredOn(year -> year.notice().year() == 2027)
                .extracting(Year::origin)
                .containsExactlyElementsOf(stored);

        assertThat(calendars.withoutImport(2027).orElseThrow().version()).isEqualTo(shipped.version());
        calendars.withdraw(2027);
        assertThat(calendars.current().version()).isEqualTo(shipped.version());
        assertThat(calendars.years()).noneMatch(year -> year.notice().year() == 2027);
        assertThat(stored).last().satisfies(withdrawn -> {
            assertThat(withdrawn.calendarYear()).isEqualTo(2027);
            assertThat(withdrawn.importedBy()).isEqualTo("admin");
        });

        assertThat(calendars.ofVersion(imported.version()).isWorkingDay(NEW_YEAR))
                .as("by which dates were counted")
                .isFalse();
        assertThat(calendars.ofVersion("nobody knows")).isSameAs(calendars.current());
    }

    @Test
    @DisplayName("随程序发布的年份改了再撤回，回到发布的那份")
    void fallsBackOnTheFileThatShips() {
        String shipped = calendars.current().version();
        calendars.bring(notice(2026, LocalDate.of(2026, 1, 1)));
        assertThat(calendars.current().isWorkingDay(NATIONAL_DAY)).isTrue();
        assertThat(calendars.withoutImport(2026).orElseThrow().version()).isEqualTo(shipped);

        calendars.withdraw(2026);
        assertThat(calendars.current().version()).isEqualTo(shipped);
        assertThat(calendars.withoutImport(2026)).isEmpty();
    }

    @Test
    @DisplayName("另一台服务器导入的：要写下日期时马上看到，没有变化时不重新读")
    void seesWhatAnotherNodeImported() {
        calendars.latest();
        calendars.latest();
        verify(notices, times(1)).findAllByOrderById();

        notices.save(CalendarNotice.imported(notice(2027, NEW_YEAR), "another", NOW));
        assertThat(calendars.latest().isWorkingDay(NEW_YEAR)).isFalse();
    }
}
