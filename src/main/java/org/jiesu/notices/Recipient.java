package org.jiesu.notices;

/** Who is told. */
public enum Recipient {
    CLAIMANT("投诉（举报）人"),
    RESPONDENT("被投诉人"),
    HANDLER("承办人"),
    CENTRE("消费者投诉中心");

    private final String label;

    Recipient(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
