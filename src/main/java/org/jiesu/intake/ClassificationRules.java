package org.jiesu.intake;

/** Port to the decision table that says what a submission is, from what the channel says and from its wording. */
public interface ClassificationRules {

    /** The kind to register; {@link SubmissionKind#MIXED} where it is complaint and report in one. Never null. */
    SubmissionKind classify(Submission submission);
}
