package org.jiesu.notices;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jiesu.vault.Encrypted;
import org.jiesu.vault.EncryptedRow;

/** One thing told to one side; without {@code toldOn} it is prepared but not proved to have been told. */
@Entity
class Notice extends EncryptedRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String caseNumber;

    @Enumerated(EnumType.STRING)
    private NoticeKind kind;

    @Enumerated(EnumType.STRING)
    private Recipient recipient;

    private Long paperId;
    private LocalDateTime preparedAt;
    private String way;
    private LocalDate toldOn;

    @Encrypted
    private String proof;

    private String toldBy;

    protected Notice() {}

    Notice(String caseNumber, NoticeKind kind, Recipient recipient, Long paperId, LocalDateTime preparedAt) {
        this.caseNumber = caseNumber;
        this.kind = kind;
        this.recipient = recipient;
        this.paperId = paperId;
        this.preparedAt = preparedAt;
    }

    void told(String byWay, LocalDate on, String withProof, String by) {
        way = byWay;
        toldOn = on;
        proof = withProof;
        toldBy = by;
    }

    long id() {
        return id;
    }

    boolean pending() {
        return toldOn == null;
    }

    NoticeKind kind() {
        return kind;
    }

    Recipient recipient() {
        return recipient;
    }

    Notices.Told view() {
        return new Notices.Told(kind, recipient, paperId, preparedAt, way, toldOn, proof, toldBy);
    }
}
