package org.jiesu.archive;

import org.jiesu.cases.Codes;

/** How far a disposal list is. */
public enum DisposalState {
    PROPOSED,
    REFUSED,
    APPROVED,
    DONE;

    String label() {
        return Codes.label("disposalState", name());
    }
}
