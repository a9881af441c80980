package org.jiesu.documents;

/** How an outgoing paper addresses its reader when no name is known. */
final class Addressee {

    private Addressee() {}

    static String of(String name, String role) {
        return name == null || name.isBlank() ? role : name;
    }
}
