package org.jiesu.documents;

/** For whom a paper is made out, and so what it may contain. */
public enum Audience {
    COMPLAINANT("投诉人"),
    RESPONDENT("被投诉人"),
    BOTH("投诉人和被投诉人"),
    REPORTER("举报人"),
    AUTHORITY("接收机关"),
    INTERNAL("本局存档");

    private final String label;

    Audience(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether the other side of the complainant or reporter reads it. */
    public boolean isForRespondent() {
        return this == RESPONDENT || this == BOTH;
    }

    /** Whether somebody reads it who is neither of the bureau nor the one who brought the matter. */
    boolean leaves() {
        return isForRespondent() || this == AUTHORITY;
    }
}
