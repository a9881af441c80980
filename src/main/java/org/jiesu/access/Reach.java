package org.jiesu.access;

/** How far a role's right goes; each reaches everything that the one before it does. */
public enum Reach {
    NONE("—"),
    /** Cases that the own unit handles, assists in or gets a copy of. */
    OWN_UNIT("本单位"),
    /** All cases of the own institution, except those kept secret from its units. */
    INSTITUTION("本机构"),
    /** All cases of the own institution. */
    SECRET("本机构含密");

    private final String label;

    Reach(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
