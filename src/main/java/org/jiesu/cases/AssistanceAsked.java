package org.jiesu.cases;

/** The lead unit's case needs another unit's help; one event a unit. */
public record AssistanceAsked(String caseNumber, String unit) {}
