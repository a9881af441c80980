package org.jiesu.archive;

import org.jiesu.cases.Codes;

/** What became of a case on a disposal list. */
public enum DisposalItemState {
    LISTED,
    DESTROYED,
    /** Something spoke against it after the list was made. */
    KEPT;

    String label() {
        return Codes.label("disposalItemState", name());
    }
}
