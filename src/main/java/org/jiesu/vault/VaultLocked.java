package org.jiesu.vault;

/** The vault has no key, or the wrong one: the application must not start. */
class VaultLocked extends IllegalStateException {

    VaultLocked(String message) {
        super(message);
    }
}
