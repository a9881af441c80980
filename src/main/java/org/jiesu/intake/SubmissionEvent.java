package org.jiesu.intake;

import org.jiesu.cases.Codes;

/** What the channel wants with another message under a number that is known already. */
public enum SubmissionEvent {
    SUPPLEMENT,
    URGE,
    REDO,
    CANCEL;

    String label() {
        return Codes.label("submissionEvent", name());
    }
}
