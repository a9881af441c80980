package org.jiesu.shared;

/** The user may see the case but not do this act. */
public class Forbidden extends RuntimeException {

    public Forbidden(String message) {
        super(message);
    }
}
