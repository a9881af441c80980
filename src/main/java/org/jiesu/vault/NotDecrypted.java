package org.jiesu.vault;

/** An encrypted value that does not open. The message says where it lies and never what it holds. */
public class NotDecrypted extends IllegalStateException {

    public NotDecrypted(String message) {
        super(message);
    }
}
