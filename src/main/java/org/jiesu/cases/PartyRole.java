package org.jiesu.cases;

/** The part somebody plays in a case. */
public enum PartyRole {
    COMPLAINANT,
    REPORTER,
    ENQUIRER,
    CO_COMPLAINANT,
    REPRESENTATIVE,
    AGENT,
    RESPONDENT;

    public String label() {
        return Codes.label("partyRole", name());
    }

    /** Whoever brought the matter: a case has one at most, a clue record none. */
    public boolean isClaimant() {
        return this == COMPLAINANT || this == REPORTER || this == ENQUIRER;
    }
}
