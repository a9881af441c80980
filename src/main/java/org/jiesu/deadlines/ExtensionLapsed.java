package org.jiesu.deadlines;

/** Nothing is left to decide: the clock ended. */
public record ExtensionLapsed(String caseNumber, long extensionId) {}
