package org.jiesu.cases;

/** A closed case is handled once more: round 2 and later, entered at dispatch. */
public record RoundOpened(String caseNumber, int round) {}
