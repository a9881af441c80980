package org.jiesu.cases;

/** A case ended with this outcome; whatever still runs for it is over. */
public record CaseClosed(String caseNumber, Outcome outcome) {}
