package org.jiesu.deadlines;

import org.jiesu.cases.Codes;

/** Units of a period. Minutes and hours run day and night; an agreed date is not counted at all. */
public enum TermUnit {
    MINUTES,
    HOURS,
    HALF_WORKING_DAYS,
    WORKING_DAYS,
    CALENDAR_DAYS,
    AGREED;

    /** So many of them, as it is said: 5个工作日, 30日. */
    public String times(int number) {
        boolean counted = this == HALF_WORKING_DAYS || this == WORKING_DAYS;
        TermUnit said = this == AGREED ? CALENDAR_DAYS : this;
        return number + (counted ? "个" : "") + Codes.label("timeUnit", said.name());
    }
}
