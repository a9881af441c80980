package org.jiesu.notices;

/** Who is told. */
public enum Recipient {
    CLAIMANT("投诉（举报）人"),
    RESPONDENT("被投诉人");

    private final String label;

    Recipient(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
