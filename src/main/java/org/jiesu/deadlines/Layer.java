package org.jiesu.deadlines;

import org.jiesu.cases.Codes;

/** Whose period it is; only statutory dates are quoted in outgoing papers. */
public enum Layer {
    STATUTE,
    INSTITUTION,
    CHANNEL;

    public String label() {
        return Codes.label("layer", name());
    }
}
