package org.jiesu.intake;

/** What the channel says it sends; MIXED is complaint and report in one (令121第九条). */
public enum SubmissionKind {
    COMPLAINT,
    REPORT,
    MIXED,
    CONSULTATION,
    GENERAL
}
