package org.jiesu.deadlines;

import java.time.LocalDate;
import java.util.Objects;

/** The length of a clock: so many units, or ({@link TermUnit#AGREED}) the date that somebody promised. */
public record Term(int amount, TermUnit unit, Roll roll, LocalDate agreedOn) {

    public Term {
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(roll, "roll");
        if ((unit == TermUnit.AGREED) != (agreedOn != null)) {
            throw new IllegalArgumentException("a date is agreed if and only if the unit is AGREED");
        }
        if (unit != TermUnit.AGREED && amount < 1) {
            throw new IllegalArgumentException("a term has at least one unit, not " + amount);
        }
    }

    public static Term of(int amount, TermUnit unit) {
        return of(amount, unit, Roll.NONE);
    }

    public static Term of(int amount, TermUnit unit, Roll roll) {
        return new Term(amount, unit, roll, null);
    }

    public static Term agreed(LocalDate on) {
        return new Term(0, TermUnit.AGREED, Roll.NONE, on);
    }
}
