package org.jiesu.workflow.report;

import java.time.Clock;
import java.time.LocalDate;
import org.jiesu.workflow.tasks.FilledForm;
import org.springframework.stereotype.Component;

/** The day of an act as it is written down: today where it was left blank, never a day to come. */
@Component
class ActDay {

    private final Clock clock;

    ActDay(Clock clock) {
        this.clock = clock;
    }

    /** Reads the day; one that cannot be is named by the form's own check. */
    LocalDate of(FilledForm form, String key, String label) {
        LocalDate today = LocalDate.now(clock);
        LocalDate day = form.has(key) ? form.date(key) : today;
        form.must(!day.isAfter(today), key, "“" + label + "”不能晚于今天");
        return day;
    }
}
