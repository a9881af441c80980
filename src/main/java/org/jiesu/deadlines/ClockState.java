package org.jiesu.deadlines;

/** MISSED: the last day is over, whether or not the act was done afterwards. CANCELLED: nothing is due any more. */
public enum ClockState {
    RUNNING,
    PAUSED,
    MET,
    MISSED,
    CANCELLED
}
