package org.jiesu.archive;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDateTime;
import org.jiesu.vault.Encrypted;
import org.jiesu.vault.EncryptedRow;

/** 暂停销毁: as long as one is not lifted, its case is not destroyed. */
@Entity
@Table(name = "legal_hold")
class LegalHold extends EncryptedRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String caseNumber;

    @Encrypted
    private String reason;

    private String setBy;
    private LocalDateTime setAt;
    private String liftedBy;
    private LocalDateTime liftedAt;

    @Encrypted
    private String liftReason;

    protected LegalHold() {}

    LegalHold(String caseNumber, String reason, String setBy, LocalDateTime setAt) {
        this.caseNumber = caseNumber;
        this.reason = reason;
        this.setBy = setBy;
        this.setAt = setAt;
    }

    void lift(String why, String by, LocalDateTime at) {
        liftReason = why;
        liftedBy = by;
        liftedAt = at;
    }

    Retention.Hold view() {
        return new Retention.Hold(reason, setBy, setAt, liftReason, liftedBy, liftedAt);
    }
}
