package org.jiesu.cases;

/** A complaint was withdrawn, or settled by the parties themselves, while it was being handled. */
public record ComplaintGivenUp(String caseNumber, boolean settled) {}
