package org.jiesu.documents;

import java.util.Collection;
import org.springframework.stereotype.Component;

/** Keeps the files beside the records, so that one backup and one transaction hold both. */
@Component
class DatabasePaperStore implements PaperStore {

    private final PaperContents contents;

    DatabasePaperStore(PaperContents contents) {
        this.contents = contents;
    }

    @Override
    public void put(long paperId, byte[] content) {
        contents.save(new PaperContent(paperId, content));
    }

    @Override
    public byte[] get(long paperId) {
        return contents.findById(paperId).orElseThrow().content();
    }

    @Override
    public void erase(Collection<Long> paperIds) {
        contents.erase(paperIds);
    }
}
