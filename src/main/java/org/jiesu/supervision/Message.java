package org.jiesu.supervision;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.LocalDateTime;
import java.util.List;

/** What one person was told. */
@Entity
class Message {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String recipient;
    private String subject;
    private LocalDateTime sentAt;
    private LocalDateTime readAt;

    @ElementCollection
    @CollectionTable(name = "message_line", joinColumns = @JoinColumn(name = "message_id"))
    @OrderColumn(name = "place")
    private List<MessageLine> lines;

    @Embeddable
    static class MessageLine {

        private String caseNumber;
        private String line;

        protected MessageLine() {}

        MessageLine(Messenger.Line line) {
            this.caseNumber = line.caseNumber();
            this.line = line.text();
        }

        Messenger.Line view() {
            return new Messenger.Line(caseNumber, line);
        }
    }

    protected Message() {}

    Message(String recipient, String subject, LocalDateTime sentAt, List<Messenger.Line> lines) {
        this.recipient = recipient;
        this.subject = subject;
        this.sentAt = sentAt;
        this.lines = lines.stream().map(MessageLine::new).toList();
    }

    /** The first reading counts. */
    void read(LocalDateTime at) {
        if (readAt == null) {
            readAt = at;
        }
    }

    Messages.Received view() {
        return new Messages.Received(
                id,
                subject,
                sentAt,
                readAt,
                lines.stream().map(MessageLine::view).toList());
    }
}
