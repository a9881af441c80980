package org.jiesu.cases;

/** How a wish to see an identity stands. */
public enum DisclosureState {
    REQUESTED,
    GRANTED,
    REFUSED
}
