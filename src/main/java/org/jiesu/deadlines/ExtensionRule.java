package org.jiesu.deadlines;

import jakarta.persistence.Embeddable;

/**
 * What a row of {@code clocks.dmn} says about putting a clock off.
 *
 * @param maxExtension units by which all its extensions together may prolong it; 0 when none is allowed
 * @param approver the roles that decide, separated by commas; null when nobody may
 * @param furtherByCollective whether more is possible after that, by a collective decision that fixes the days
 * @param notPast the clock whose last day an extension never passes, or null
 * @param writtenReport whether the approver gets the request as a written report
 * @param tellClaimant whether the complainant or reporter is told of the new date
 */
@Embeddable
public record ExtensionRule(
        int maxExtension,
        int maxExtensions,
        String approver,
        boolean furtherByCollective,
        String notPast,
        boolean writtenReport,
        boolean tellClaimant) {

    /** For a clock that nobody may put off. */
    public static final ExtensionRule NONE = new ExtensionRule(0, 0, null, false, null, false, false);

    boolean allowed() {
        return approver != null && (maxExtensions > 0 || furtherByCollective);
    }
}
