package org.jiesu.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Set;
import org.jiesu.cases.CaseEvent;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LedgerEntryTest {

    private static final LocalDateTime ACCEPTED = LocalDateTime.of(2026, 11, 20, 10, 0);

    private final DeadlineCalculator calculator = new DeadlineCalculator(new WorkingCalendar(CalendarFiles.load()));

    private LedgerEntry mediation() {
        ClockRule rule = new ClockRule(
                "mediation",
                7,
                TermUnit.WORKING_DAYS,
                Roll.NONE,
                Set.of(CaseEvent.AGREED),
                Layer.INSTITUTION,
                "cutOffAt",
                0,
                0,
                null,
                Set.of("APPRAISAL", "TESTING"),
                0,
                0,
                "制度四、3（4）");
        LedgerEntry entry = new LedgerEntry("FC-C-2026-000001", 1, ACCEPTED, rule, null);
        settle(entry);
        return entry;
    }

    private void settle(LedgerEntry entry) {
        entry.settleOn(entry.compute(calculator), "2026");
    }

    @Test
    @DisplayName("鉴定、检测所需时间不计算在调解期限内（令121第二十二条）")
    void daysOfAnAppraisalDoNotCount() {
        LedgerEntry entry = mediation();
        assertThat(entry.dueAt().toLocalDate()).isEqualTo("2026-12-01");

        entry.pause(LocalDate.of(2026, 11, 25), "APPRAISAL");
        settle(entry);
        assertThat(entry.dueAt()).isNull();
        assertThat(entry.stateAt(ACCEPTED.plusDays(30))).isEqualTo(ClockState.PAUSED);

        entry.resume(LocalDate.of(2026, 11, 30));
        settle(entry);
        assertThat(entry.dueAt().toLocalDate()).isEqualTo("2026-12-04");
        assertThat(entry.stateAt(ACCEPTED)).isEqualTo(ClockState.RUNNING);
    }

    @Test
    void pausesOnlyOnAGroundOfItsRowAndOnlyOnceAtATime() {
        LedgerEntry entry = mediation();
        assertThat(entry.pausableOn("VERIFICATION")).isFalse();
        assertThat(entry.pausableOn("APPRAISAL")).isTrue();
        entry.pause(LocalDate.of(2026, 11, 25), "APPRAISAL");
        assertThat(entry.pausableOn("TESTING")).isFalse();
    }
}
