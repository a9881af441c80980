package org.jiesu.workflow.tasks;

import java.util.HashMap;
import java.util.Map;
import org.jiesu.cases.Facts;

/** Grave and urgent matters are reported to the leaders first (FC 三.4), also where a clerk is the first to see it. */
public final class Urgency {

    private Urgency() {}

    /** The flags, with {@code urgent} only if the case was not urgent before: each setting of it opens a report. */
    public static Map<String, Object> flagged(Map<String, Object> flags, Facts before, Facts after) {
        if (before.urgent() || !after.urgent()) {
            return flags;
        }
        Map<String, Object> more = new HashMap<>(flags);
        more.put("urgent", true);
        return more;
    }
}
