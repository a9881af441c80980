package org.jiesu.audit;

/** What a line of the audit log tells; the words for it are list {@code auditKind} of the codes. */
public enum AuditKind {
    REGISTERED,
    STEP,
    IDENTITY_READ,
    IDENTITY_DECIDED,
    EXPORT,
    ACT,
    READ,
    REFUSED,
    LOGIN,
    LOGIN_FAILED,
    LOGOUT,
    PASSWORD_CHANGED,
    USER_CHANGED,
    MEMBERSHIP_CHANGED,
    KEY_CREATED,
    KEY_ROTATED,
    KEY_REVOKED,
    DEPLOYMENT,
    BREACH,
    PURGED
}
