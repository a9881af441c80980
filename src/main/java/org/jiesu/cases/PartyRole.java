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
}
