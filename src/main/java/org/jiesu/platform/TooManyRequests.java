package org.jiesu.platform;

import java.time.Duration;

/** Too much at once from one source, for one user or with one key; it is told when to try again. */
public class TooManyRequests extends RuntimeException {

    private final transient Duration retryAfter;

    public TooManyRequests(String sentence, Duration retryAfter) {
        super(sentence);
        this.retryAfter = retryAfter;
    }

    /** Whole seconds, never fewer than will be needed. */
    public long retryAfterSeconds() {
        return Math.max(1, retryAfter.plusMillis(999).toSeconds());
    }
}
