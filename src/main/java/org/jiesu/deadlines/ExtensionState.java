package org.jiesu.deadlines;

/** What became of a request for more time. LAPSED: the clock ended before anybody decided. */
public enum ExtensionState {
    REQUESTED,
    APPROVED,
    REFUSED,
    LAPSED
}
