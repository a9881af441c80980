package org.jiesu.audit;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jiesu.vault.Encrypted;
import org.jiesu.vault.EncryptedRow;

/** What leaked or may have, and what was done about it. */
@Entity
@Table(name = "breach")
class BreachRecord extends EncryptedRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private long version;

    private String institution;
    private long auditSequence;
    private String openedBy;
    private LocalDateTime openedAt;
    private LocalDateTime noticedAt;
    private String caseNumbers;
    private int people;

    @Encrypted
    private String information;

    @Encrypted
    private String cause;

    @Encrypted
    private String harm;

    @Encrypted
    private String measures;

    @Encrypted
    private String advice;

    private String closedBy;
    private LocalDateTime closedAt;
    private LocalDate authorityToldOn;
    private LocalDate peopleToldOn;

    @Encrypted
    private String authority;

    @Encrypted
    private String notTold;

    @Encrypted
    private String conclusion;

    protected BreachRecord() {}

    BreachRecord(String institution, String openedBy, LocalDateTime openedAt, Breaches.Opening opening) {
        this.institution = institution;
        this.openedBy = openedBy;
        this.openedAt = openedAt;
        auditSequence = opening.auditSequence();
        noticedAt = opening.noticedAt();
        caseNumbers = String.join(",", opening.caseNumbers());
        people = opening.people();
        information = opening.information();
        cause = opening.cause();
        harm = opening.harm();
        measures = opening.measures();
        advice = opening.advice();
    }

    boolean closed() {
        return closedAt != null;
    }

    void close(String by, LocalDateTime at, Breaches.Closing closing) {
        closedBy = by;
        closedAt = at;
        authority = closing.authority();
        authorityToldOn = closing.authorityToldOn();
        peopleToldOn = closing.peopleToldOn();
        notTold = closing.notTold();
        conclusion = closing.conclusion();
    }

    Breaches.Breach view() {
        return new Breaches.Breach(
                id,
                openedBy,
                openedAt,
                new Breaches.Opening(
                        auditSequence,
                        noticedAt,
                        caseNumbers.isEmpty() ? List.of() : List.of(caseNumbers.split(",")),
                        people,
                        information,
                        cause,
                        harm,
                        measures,
                        advice),
                closedBy,
                closedAt,
                closed() ? new Breaches.Closing(authority, authorityToldOn, peopleToldOn, notTold, conclusion) : null);
    }
}
