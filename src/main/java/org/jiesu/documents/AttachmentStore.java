package org.jiesu.documents;

/** Port to wherever the bytes of attachments lie. */
public interface AttachmentStore {

    void put(String attachmentId, byte[] content);

    byte[] get(String attachmentId);
}
