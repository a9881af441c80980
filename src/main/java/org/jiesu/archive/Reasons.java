package org.jiesu.archive;

import org.jiesu.shared.BadInput;

/** What the controllers of this package share. */
final class Reasons {

    private static final int LONGEST = 2_000;

    private Reasons() {}

    /** The reason that somebody wrote; refused when there is none. */
    static String given(String reason, String label) {
        if (reason == null || reason.isBlank()) {
            throw new BadInput("reason", "“" + label + "”必填");
        }
        if (reason.length() > LONGEST) {
            throw new BadInput("reason", "“" + label + "”不能超过 " + LONGEST + " 字");
        }
        return reason.strip();
    }

    /** The reason that somebody may leave out; null when they did. */
    static String optional(String reason, String label) {
        return reason == null || reason.isBlank() ? null : given(reason, label);
    }
}
