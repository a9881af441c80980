package org.jiesu.access;

/**
 * How somebody stands to a case.
 *
 * @param secret whether the case is about the bureau's own staff and kept from every unit
 * @param excluded whether this person must not see it: recused, or the one whom it is about
 */
public record Relation(boolean sameInstitution, boolean ownUnit, boolean secret, boolean excluded) {}
