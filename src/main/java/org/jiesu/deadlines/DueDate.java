package org.jiesu.deadlines;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/**
 * When a clock is due, and day by day why. Inside an open pause it is due on no day: {@code dueAt} is null and
 * {@code remaining} says how many units of the term are left; otherwise {@code remaining} is 0.
 *
 * @param dueAt the last moment in time, China time: 23:59:59 for whole days, 12:00 after an odd half day
 * @param provisional counted through a year whose notice is not out, by weekends alone (暂定)
 */
public record DueDate(LocalDateTime dueAt, boolean provisional, int remaining, List<CountedDay> days) {

    public DueDate {
        days = List.copyOf(days);
    }

    public LocalDate dueOn() {
        return dueAt == null ? null : dueAt.toLocalDate();
    }

    public boolean isPaused() {
        return dueAt == null;
    }
}
