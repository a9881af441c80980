package org.jiesu.deadlines;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.Objects;
import org.jiesu.cases.Codes;

/**
 * 期限扣除: the days from {@code from} (inclusive) to {@code to} (exclusive; null while it lasts) do not count.
 *
 * @param ground why, a code of list {@code pauseGround}
 */
public record Pause(LocalDate from, LocalDate to, String ground) {

    public Pause {
        Objects.requireNonNull(from, "from");
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("a pause cannot end on " + to + ", before it began on " + from);
        }
    }

    public Pause(LocalDate from, LocalDate to) {
        this(from, to, null);
    }

    @JsonProperty("groundName")
    public String groundName() {
        return ground == null ? null : Codes.label("pauseGround", ground);
    }

    boolean covers(LocalDate date) {
        return !date.isBefore(from) && (to == null || date.isBefore(to));
    }

    boolean isOpen() {
        return to == null;
    }
}
