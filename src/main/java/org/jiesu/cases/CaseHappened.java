package org.jiesu.cases;

import java.time.LocalDateTime;

/** Something happened to a case, at this time in China. Published inside the transaction in which it happened. */
public record CaseHappened(String caseNumber, CaseEvent event, LocalDateTime at) {}
