package org.jiesu.cases;

/** Something of a case was taken out of the system; {@code what} says as what. */
public record CaseExported(String caseNumber, String what) {}
