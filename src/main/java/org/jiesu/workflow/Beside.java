package org.jiesu.workflow;

import java.util.Set;
import org.camunda.bpm.engine.task.Task;

/** Processes that run beside the handling of a case: their tasks are not where the case stands. */
final class Beside {

    static final String INSTRUCTION = "instruction";
    static final String SUPERVISION_ANSWER = "supervision-answer";
    static final String EXTENSION = "extension";
    static final String INSPECTION = "internal-inspection";

    private Beside() {}

    static boolean handling(Task task) {
        return !Set.of(INSTRUCTION, SUPERVISION_ANSWER, EXTENSION, INSPECTION).contains(process(task));
    }

    /** Whoever inspects a case does not act on it. */
    static boolean acting(Task task) {
        return !INSPECTION.equals(process(task));
    }

    private static String process(Task task) {
        return task.getProcessDefinitionId().split(":")[0];
    }
}
