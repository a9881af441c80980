package org.jiesu.cases;

/** A record was opened and its clocks have started; its process has to start in the same transaction. */
public record CaseOpened(String caseNumber) {}
