package org.jiesu.cases;

/** Whether something is still to be done in a case. */
public enum CaseState {
    OPEN,
    CLOSED
}
