package org.jiesu.deadlines;

/** What moves the last day of a period of calendar days: nothing, a day off of the notice, or any non-working day. */
public enum Roll {
    NONE,
    HOLIDAY,
    NON_WORKING
}
