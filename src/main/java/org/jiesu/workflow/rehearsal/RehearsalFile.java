package org.jiesu.workflow.rehearsal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/**
 * Cases on their way from a real system into a rehearsal. It names nobody and holds nothing that anybody wrote.
 *
 * @param leftOut asked for, but not to be taken out
 */
public record RehearsalFile(int version, OffsetDateTime exportedAt, List<Exported> cases, List<LeftOut> leftOut) {

    /** Stands wherever somebody wrote something. */
    public static final String REPLACED = "（演练：原文已替换）";

    /** @param source the case number in the real system */
    public record Exported(String source, ObjectNode submission, List<Done> steps) {}

    /** A case that cannot be exported, and why. */
    public record LeftOut(String caseNumber, String why) {}

    /** A finished task with the codes, numbers and dates that were filled in. */
    public record Done(OffsetDateTime at, String task, String taskName, Map<String, Object> values) {}
}
