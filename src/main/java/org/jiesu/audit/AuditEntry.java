package org.jiesu.audit;

import java.time.LocalDateTime;

/** One line as it is stored; {@code kind} is a name of {@link AuditKind}, as it was when the line was written. */
record AuditEntry(
        long sequence,
        LocalDateTime at,
        String institution,
        String actor,
        String kind,
        String caseNumber,
        String subject,
        String detail,
        String previousHash,
        String hash,
        String seal) {}
