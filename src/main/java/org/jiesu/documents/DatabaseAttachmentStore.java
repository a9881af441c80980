package org.jiesu.documents;

import java.util.Collection;
import org.springframework.stereotype.Component;

/** Keeps attachments beside their records, in one backup and one transaction. */
@Component
class DatabaseAttachmentStore implements AttachmentStore {

    private final AttachmentContents contents;

    DatabaseAttachmentStore(AttachmentContents contents) {
        this.contents = contents;
    }

    @Override
    public void put(String attachmentId, byte[] content) {
        contents.save(new AttachmentContent(attachmentId, content));
    }

    @Override
    public byte[] get(String attachmentId) {
        return contents.findById(attachmentId).orElseThrow().content();
    }

    @Override
    public void erase(Collection<String> attachmentIds) {
        contents.erase(attachmentIds);
    }
}
