package org.jiesu.intake;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDateTime;
import org.hibernate.annotations.Immutable;
import org.jiesu.vault.Encrypted;
import org.jiesu.vault.EncryptedRow;
import org.springframework.data.domain.Persistable;

/** A submission word for word. Its number within the channel is unique: that makes intake idempotent. */
@Entity
@Immutable
@Table(name = "submission")
class SubmissionRecord extends EncryptedRow implements Persistable<String> {

    @Id
    private String id;

    private String institution;
    private String channel;
    private String externalNumber;
    private LocalDateTime receivedAt;

    @Encrypted
    private String payload;

    @Encrypted
    private String contentHash;

    private String receiptHash;

    protected SubmissionRecord() {}

    SubmissionRecord(String id, Submission submission, String payload, String contentHash, String receiptHash) {
        this.id = id;
        this.institution = submission.institution();
        this.channel = submission.channel();
        this.externalNumber = submission.externalNumber();
        this.receivedAt = submission.receivedAt();
        this.payload = payload;
        this.contentHash = contentHash;
        this.receiptHash = receiptHash;
    }

    @Override
    public String getId() {
        return id;
    }

    /** Only ever inserted, so that a second one fails at the unique number instead of overwriting. */
    @Override
    public boolean isNew() {
        return true;
    }

    Intake.Original original() {
        return new Intake.Original(receivedAt, null, payload);
    }

    String institution() {
        return institution;
    }

    LocalDateTime receivedAt() {
        return receivedAt;
    }

    String contentHash() {
        return contentHash;
    }
}
