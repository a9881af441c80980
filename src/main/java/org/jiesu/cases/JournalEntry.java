package org.jiesu.cases;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.LocalDateTime;
import org.hibernate.annotations.Immutable;

@Entity
@Immutable
class JournalEntry {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String caseNumber;
    private LocalDateTime happenedAt;
    private String actor;
    private String action;
    private String detail;

    protected JournalEntry() {}

    JournalEntry(String caseNumber, LocalDateTime happenedAt, String actor, String action, String detail) {
        this.caseNumber = caseNumber;
        this.happenedAt = happenedAt;
        this.actor = actor;
        this.action = action;
        this.detail = detail;
    }

    Journal.Entry entry() {
        return new Journal.Entry(happenedAt, actor, action, detail);
    }
}
