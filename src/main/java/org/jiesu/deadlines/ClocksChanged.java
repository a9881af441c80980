package org.jiesu.deadlines;

/** Clocks of this case started, ended or moved; whoever follows them has to look again. */
public record ClocksChanged(String caseNumber) {}
