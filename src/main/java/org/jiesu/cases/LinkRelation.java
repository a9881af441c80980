package org.jiesu.cases;

/** How a linked case relates to this one. */
public enum LinkRelation {
    /** Both came in one submission that was complaint and report (令121第九条). */
    SPLIT_FROM_SAME_SUBMISSION,
    /** The linked record is a clue found while handling this complaint (诉转案). */
    CLUE_FOUND,
    /** This clue record was found while handling the linked complaint. */
    FOUND_IN,
    MERGED_INTO,
    MERGED_FROM,
    RECLASSIFIED_AS,
    RECLASSIFIED_FROM;

    public String label() {
        return Codes.label("caseRelation", name());
    }
}
