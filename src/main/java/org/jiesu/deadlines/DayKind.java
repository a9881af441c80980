package org.jiesu.deadlines;

/** What a day is in the working calendar; make-up days (调休上班) are weekend days on which everybody works. */
public enum DayKind {
    WORKING_DAY,
    WEEKEND,
    PUBLIC_HOLIDAY,
    MAKE_UP_WORKING_DAY;

    public boolean isWorking() {
        return this == WORKING_DAY || this == MAKE_UP_WORKING_DAY;
    }
}
