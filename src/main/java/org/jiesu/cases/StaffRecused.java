package org.jiesu.cases;

/** Somebody stepped aside from a case: nothing of it is theirs any more. */
public record StaffRecused(String caseNumber, String userId) {}
