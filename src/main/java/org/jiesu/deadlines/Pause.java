package org.jiesu.deadlines;

import java.time.LocalDate;
import java.util.Objects;

/** 期限扣除: the days from {@code from} (inclusive) to {@code to} (exclusive; null while it lasts) do not count. */
public record Pause(LocalDate from, LocalDate to) {

    public Pause {
        Objects.requireNonNull(from, "from");
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("a pause cannot end on " + to + ", before it began on " + from);
        }
    }

    boolean covers(LocalDate date) {
        return !date.isBefore(from) && (to == null || date.isBefore(to));
    }

    boolean isOpen() {
        return to == null;
    }
}
