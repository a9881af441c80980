package org.jiesu.intake;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDateTime;
import org.hibernate.annotations.Immutable;
import org.jiesu.vault.BlindIndex;
import org.jiesu.vault.Encrypted;
import org.jiesu.vault.EncryptedRow;
import org.springframework.data.domain.Persistable;

/** A further message under a known number, word for word. */
@Entity
@Immutable
@Table(name = "supplement")
class SupplementRecord extends EncryptedRow implements Persistable<String> {

    @Id
    private String id;

    private String submissionId;

    @Enumerated(EnumType.STRING)
    private SubmissionEvent event;

    private LocalDateTime receivedAt;

    @Encrypted
    private String payload;

    @Encrypted
    private String fingerprint;

    @BlindIndex(of = "fingerprint")
    private String contentHash;

    protected SupplementRecord() {}

    SupplementRecord(
            String id,
            String submissionId,
            SubmissionEvent event,
            LocalDateTime receivedAt,
            String payload,
            String fingerprint) {
        this.id = id;
        this.submissionId = submissionId;
        this.event = event;
        this.receivedAt = receivedAt;
        this.payload = payload;
        this.fingerprint = fingerprint;
    }

    Intake.Original original() {
        return new Intake.Original(receivedAt, event, payload);
    }

    SubmissionEvent event() {
        return event;
    }

    LocalDateTime receivedAt() {
        return receivedAt;
    }

    String payload() {
        return payload;
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return true;
    }
}
