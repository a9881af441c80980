package org.jiesu.deadlines;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Watches that the next year's notice is loaded before the clocks need it. */
@Component
class CalendarGuard {

    private static final int WARN_DAYS_BEFORE = 60;

    private final Calendars calendars;
    private final LedgerRepository ledger;
    private final Recount recount;
    private final Clock clock;

    CalendarGuard(Calendars calendars, LedgerRepository ledger, Recount recount, Clock clock) {
        this.calendars = calendars;
        this.ledger = ledger;
        this.recount = recount;
        this.clock = clock;
    }

    LocalDate publishedUntil() {
        return calendars.current().publishedUntil(LocalDate.now(clock));
    }

    long provisionalClocks() {
        return ledger.countByEndedAtIsNullAndProvisionalTrue();
    }

    /** What whoever can import has to be told; empty while all is well. */
    Optional<String> warning() {
        long unfinished = recount.unfinished();
        if (unfinished > 0) {
            return Optional.of("节假日安排调整后，还有 " + unfinished + " 件办件的期限没有重新计算，请到“节假日日历”继续。");
        }
        LocalDate until = publishedUntil();
        long left = ChronoUnit.DAYS.between(LocalDate.now(clock), until);
        if (left > WARN_DAYS_BEFORE) {
            return Optional.empty();
        }
        return Optional.of((until.getYear() + 1) + " 年的放假安排还没有导入，" + until
                + " 以后的日期只按周末推算，标为“暂定”（现有 " + provisionalClocks()
                + " 个期限）。国务院办公厅公布后，请到“节假日日历”导入。");
    }
}
