package org.jiesu.deadlines;

/** Somebody with the role of {@code approver} has to decide on this request for more time. */
public record ExtensionRequested(String caseNumber, long extensionId, String clock, String approver) {}
