package org.jiesu.documents;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the files beside the records, so that one backup and one transaction hold both. */
@Component
class DatabasePaperStore implements PaperStore {

    private final JdbcClient jdbc;

    DatabasePaperStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void put(long paperId, byte[] content) {
        jdbc.sql("insert into paper_content (paper_id, content) values (?, ?)")
                .params(paperId, content)
                .update();
    }

    @Override
    public byte[] get(long paperId) {
        return jdbc.sql("select content from paper_content where paper_id = ?")
                .param(paperId)
                .query(byte[].class)
                .single();
    }
}
