package org.jiesu.supervision;

/** The internal supervision group drew this case and has to inspect it (FC 七.1). */
public record CaseDrawn(String caseNumber) {}
