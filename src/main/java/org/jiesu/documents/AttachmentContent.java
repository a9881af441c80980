package org.jiesu.documents;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Immutable;
import org.jiesu.vault.Encrypted;
import org.jiesu.vault.EncryptedRow;
import org.springframework.data.domain.Persistable;

/** What a file holds; apart from the {@link Attachment}, so that a list does not load it. */
@Entity
@Immutable
class AttachmentContent extends EncryptedRow implements Persistable<String> {

    @Id
    private String attachmentId;

    @Encrypted
    private byte[] content;

    protected AttachmentContent() {}

    AttachmentContent(String attachmentId, byte[] content) {
        this.attachmentId = attachmentId;
        this.content = content;
    }

    @Override
    public String getId() {
        return attachmentId;
    }

    @Override
    public boolean isNew() {
        return true;
    }

    byte[] content() {
        return content;
    }
}
