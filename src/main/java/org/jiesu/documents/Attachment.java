package org.jiesu.documents;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDateTime;
import org.hibernate.annotations.Immutable;
import org.jiesu.vault.Encrypted;
import org.jiesu.vault.EncryptedRow;
import org.springframework.data.domain.Persistable;

/** A piece of evidence or another file of a case; its content lies in the {@link AttachmentStore}. */
@Entity
@Immutable
class Attachment extends EncryptedRow implements Persistable<String> {

    @Id
    private String id;

    private String caseNumber;

    @Encrypted
    private String name;

    @Encrypted
    private String note;

    private String contentType;
    private long byteCount;
    private LocalDateTime addedAt;
    private String addedBy;

    protected Attachment() {}

    Attachment(
            String id,
            String caseNumber,
            String name,
            String note,
            String contentType,
            long byteCount,
            LocalDateTime addedAt,
            String addedBy) {
        this.id = id;
        this.caseNumber = caseNumber;
        this.name = name;
        this.note = note;
        this.contentType = contentType;
        this.byteCount = byteCount;
        this.addedAt = addedAt;
        this.addedBy = addedBy;
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return true;
    }

    Attachments.View view() {
        return new Attachments.View(id, name, note, contentType, byteCount, addedAt, addedBy);
    }
}
