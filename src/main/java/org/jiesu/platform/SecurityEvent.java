package org.jiesu.platform;

/** What happened to a login, a user, a key or a model, told to whoever keeps the audit log; no personal data inside. */
public record SecurityEvent(Kind kind, String userId, String detail) {

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
