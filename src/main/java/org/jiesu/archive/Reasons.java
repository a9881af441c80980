package org.jiesu.archive;

import org.jiesu.shared.WrongFields;

/** What the controllers of this package share. */
final class Reasons {

    private Reasons() {}

    /** The reason that somebody wrote; refused when there is none. */
    static String given(String reason, String label) {
        var wrong = new WrongFields();
        wrong.requiredText("reason", label, reason);
        wrong.refuse();
        return reason.strip();
    }

    /** The reason that somebody may leave out; null when they did. */
    static String optional(String reason, String label) {
        return reason == null || reason.isBlank() ? null : given(reason, label);
    }
}
