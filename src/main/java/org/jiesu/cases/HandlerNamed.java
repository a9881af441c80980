package org.jiesu.cases;

/** A case has a (new) handler; open unit tasks follow. */
public record HandlerNamed(String caseNumber, String handler) {}
