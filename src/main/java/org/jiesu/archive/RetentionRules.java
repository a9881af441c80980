package org.jiesu.archive;

import org.jiesu.cases.CaseKind;

/** Port to the rows that say how long an institution keeps its cases. */
public interface RetentionRules {

    /** Whole years from the day on which a case ended, never fewer than the floor of the row, and where that stands. */
    record Period(int years, String basis) {}

    Period period(String institution, CaseKind kind);
}
