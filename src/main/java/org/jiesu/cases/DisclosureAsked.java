package org.jiesu.cases;

/** Somebody wants to see who made a confidential report; those who may approve it have to hear of it. */
public record DisclosureAsked(String caseNumber, String userId) {}
