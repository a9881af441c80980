package org.jiesu.vault;

/** A sealed value that does not open. The message says where it lies and never what it holds. */
public class BrokenSeal extends IllegalStateException {

    public BrokenSeal(String message) {
        super(message);
    }
}
