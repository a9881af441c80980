package org.jiesu.documents;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Immutable;
import org.jiesu.vault.Encrypted;
import org.jiesu.vault.EncryptedRow;
import org.springframework.data.domain.Persistable;

/** The file of a paper; apart from the {@link StoredPaper}, so that a list does not load it. */
@Entity
@Immutable
class PaperContent extends EncryptedRow implements Persistable<Long> {

    @Id
    private Long paperId;

    @Encrypted
    private byte[] content;

    protected PaperContent() {}

    PaperContent(long paperId, byte[] content) {
        this.paperId = paperId;
        this.content = content;
    }

    @Override
    public Long getId() {
        return paperId;
    }

    @Override
    public boolean isNew() {
        return true;
    }

    byte[] content() {
        return content;
    }
}
