package org.jiesu.supervision;

import java.util.List;

/** Port to the ways in which staff are told something; for now they read it in the application itself. */
public interface Messenger {

    /** One line of a message; nobody's name stands in it. {@code caseNumber} is null where it is about none. */
    record Line(String caseNumber, String text) {

        static Line plain(String text) {
            return new Line(null, text);
        }
    }

    /** Tells one person. */
    void send(String recipient, String subject, List<Line> lines);
}
