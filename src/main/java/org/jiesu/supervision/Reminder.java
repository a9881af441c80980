package org.jiesu.supervision;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.LocalDateTime;

/** A line that waits for the next digest; it is deleted in the transaction in which its message is written. */
@Entity
class Reminder {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String institution;
    private String recipient;
    private String caseNumber;
    private String line;
    private LocalDateTime digestAt;

    protected Reminder() {}

    Reminder(String institution, String recipient, String caseNumber, String line, LocalDateTime digestAt) {
        this.institution = institution;
        this.recipient = recipient;
        this.caseNumber = caseNumber;
        this.line = line;
        this.digestAt = digestAt;
    }

    String recipient() {
        return recipient;
    }

    Messenger.Line line() {
        return new Messenger.Line(caseNumber, line);
    }
}
