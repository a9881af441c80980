package org.jiesu.cases;

/** The current user looked behind the mask; {@code what} says at what, and names nobody. */
public record IdentityRead(String caseNumber, String what) {}
