package org.jiesu.cases;

/** A wish to see who made a confidential report was approved or refused. */
public record DisclosureDecided(String caseNumber, String userId, boolean approved) {}
