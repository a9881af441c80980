package org.jiesu.documents;

import java.util.Collection;

/** Port to wherever the bytes of attachments lie. */
public interface AttachmentStore {

    void put(String attachmentId, byte[] content);

    byte[] get(String attachmentId);

    void erase(Collection<String> attachmentIds);
}
