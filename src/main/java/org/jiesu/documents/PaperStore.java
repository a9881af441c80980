package org.jiesu.documents;

import java.util.Collection;

/** Where the files of issued papers are kept. */
public interface PaperStore {

    void put(long paperId, byte[] content);

    byte[] get(long paperId);

    void erase(Collection<Long> paperIds);
}
