package org.jiesu.deadlines;

import java.time.LocalDate;

/** One line of "为什么是这一天": whether the day counted, as which one (null if it did not), and why. */
public record CountedDay(LocalDate date, boolean counted, Integer number, String reason) {

    static CountedDay counted(LocalDate date, int number, String reason) {
        return new CountedDay(date, true, number, reason);
    }

    static CountedDay skipped(LocalDate date, String reason) {
        return new CountedDay(date, false, null, reason);
    }
}
