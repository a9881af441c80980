package org.jiesu.shared;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.function.Function;

/**
 * The last day of a period as people are told it: never without 暂定 while the notice that settles it is not out.
 *
 * @param on null while the period stands still
 */
public record LastDay(LocalDate on, boolean provisional) {

    public static LastDay of(LocalDateTime dueAt, boolean provisional) {
        return new LastDay(dueAt == null ? null : dueAt.toLocalDate(), provisional);
    }

    /** The day in another spelling. */
    public String spelt(Function<LocalDate, String> spelling) {
        return on == null ? "期限扣除中" : spelling.apply(on) + (provisional ? "（暂定）" : "");
    }

    @Override
    public String toString() {
        return spelt(LocalDate::toString);
    }
}
