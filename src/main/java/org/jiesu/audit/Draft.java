package org.jiesu.audit;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What happened, before it has its place in the chain.
 *
 * @param institution null when it concerns the whole system
 * @param subject the user, group, step or model that it was done to
 */
record Draft(
        LocalDateTime at,
        String institution,
        String actor,
        AuditKind kind,
        String caseNumber,
        String subject,
        String detail) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final int LONGEST_CASE_NUMBER = 40;
    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_DETAIL = 300;

    Draft {
        // What was typed as a user id by a stranger may be anything, also a password.
        actor = ID.matcher(Objects.requireNonNullElse(actor, "")).matches() ? actor : "?";
        at = at.truncatedTo(ChronoUnit.MILLIS);
        caseNumber = cut(caseNumber, LONGEST_CASE_NUMBER);
        subject = cut(subject, LONGEST_SUBJECT);
        detail = cut(detail, LONGEST_DETAIL);
    }

    private static String cut(String text, int length) {
        return text == null || text.length() <= length ? text : text.substring(0, length);
    }
}
