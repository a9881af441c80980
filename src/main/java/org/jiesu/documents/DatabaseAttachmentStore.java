package org.jiesu.documents;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps attachments beside their records, in one backup and one transaction. */
@Component
class DatabaseAttachmentStore implements AttachmentStore {

    private final JdbcClient jdbc;

    DatabaseAttachmentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void put(String attachmentId, byte[] content) {
        jdbc.sql("insert into attachment_content (attachment_id, content) values (?, ?)")
                .params(attachmentId, content)
                .update();
    }

    @Override
    public byte[] get(String attachmentId) {
        return jdbc.sql("select content from attachment_content where attachment_id = ?")
                .param(attachmentId)
                .query(byte[].class)
                .single();
    }
}
