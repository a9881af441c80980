package org.jiesu.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("次年放假安排没有导入的，提前六十天提醒")
class CalendarGuardTest {

    private final TestLedger ledger = new TestLedger();
    private final Recount recount = mock(Recount.class);

    private CalendarGuard on(LocalDate day) {
        return new CalendarGuard(ledger.calendars, ledger.repository, recount, TestLedger.at(day.atTime(9, 0)));
    }

    @Test
    void warnsSixtyDaysAhead() {
        when(ledger.repository.countByEndedAtIsNullAndProvisionalTrue()).thenReturn(3L);

        assertThat(on(LocalDate.of(2026, 10, 31)).warning()).isEmpty();
        assertThat(on(LocalDate.of(2026, 11, 1)).warning()).hasValueSatisfying(warning -> assertThat(warning)
                .startsWith("2027 年的放假安排还没有导入，2026-12-31 以后的日期")
                .contains("现有 3 个期限"));
        assertThat(on(LocalDate.of(2026, 11, 1)).publishedUntil()).isEqualTo("2026-12-31");
    }

    @Test
    @DisplayName("没有重新计算完的先说")
    void tellsFirstWhatIsUnfinished() {
        when(recount.unfinished()).thenReturn(1L);

        assertThat(on(LocalDate.of(2026, 11, 1)).warning())
                .hasValueSatisfying(warning -> assertThat(warning).contains("还有 1 件办件的期限没有重新计算"));
    }

    @Test
    void isPartOfTheHealthCheck() {
        when(ledger.repository.countByEndedAtIsNullAndProvisionalTrue()).thenReturn(3L);

        assertThat(new CalendarHealth(on(LocalDate.of(2026, 10, 31))).health().getDetails())
                .containsEntry("publishedUntil", "2026-12-31")
                .containsEntry("provisionalClocks", 3L)
                .doesNotContainKey("warning");
        assertThat(new CalendarHealth(on(LocalDate.of(2026, 11, 1))).health().getDetails())
                .containsKey("warning");
    }
}
