package org.jiesu.documents;

/** An issued paper with its .docx. */
public record PaperFile(IssuedPaper paper, byte[] content) {}
