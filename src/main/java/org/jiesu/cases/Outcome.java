package org.jiesu.cases;

/** How a case ended; each is the end event of a process. */
public enum Outcome {
    MEDIATED,
    SETTLED,
    WITHDRAWN,
    TERMINATED,
    DECLINED,
    RETURNED_TO_CHANNEL,
    MERGED,
    NOT_FILED,
    PENALTY,
    NO_PENALTY,
    NO_VIOLATION,
    TRANSFERRED,
    TOLD_DIRECT,
    ANSWERED,
    RECLASSIFIED,
    DISCONTINUED;

    public String label() {
        return Codes.label("outcome", name());
    }
}
