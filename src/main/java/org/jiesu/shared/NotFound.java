package org.jiesu.shared;

/** What was asked for does not exist, or not for this user: both look the same, so that nothing can be guessed. */
public class NotFound extends RuntimeException {

    public NotFound(String message) {
        super(message);
    }
}
