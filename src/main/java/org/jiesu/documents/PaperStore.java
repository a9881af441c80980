package org.jiesu.documents;

/** Where the files of issued papers are kept. */
public interface PaperStore {

    void put(long paperId, byte[] content);

    byte[] get(long paperId);
}
