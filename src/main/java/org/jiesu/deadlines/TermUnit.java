package org.jiesu.deadlines;

/** Units of a period. Minutes and hours run day and night; an agreed date is not counted at all. */
public enum TermUnit {
    MINUTES,
    HOURS,
    HALF_WORKING_DAYS,
    WORKING_DAYS,
    CALENDAR_DAYS,
    AGREED
}
