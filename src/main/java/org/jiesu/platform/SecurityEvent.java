package org.jiesu.platform;

/** Something that the audit has to know about users, logins, keys and models; it carries no secret and no personal data. */
public record SecurityEvent(Kind kind, String userId, String detail) {

    /** What happened. */
    public enum Kind {
        LOGIN,
        LOGIN_FAILED,
        LOGOUT,
        PASSWORD_CHANGED,
        USER_CHANGED,
        MEMBERSHIP_CHANGED,
        KEY_CREATED,
        KEY_ROTATED,
        KEY_REVOKED,
        DEPLOYMENT
    }
}
