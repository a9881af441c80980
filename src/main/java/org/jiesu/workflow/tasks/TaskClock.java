package org.jiesu.workflow.tasks;

import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jiesu.deadlines.Deadlines.Dates;
import org.jiesu.deadlines.Deadlines.TaskDue;
import org.jiesu.workflow.engine.ModelProperties;

/** Which clock a user task hangs on, as its model says. */
public final class TaskClock {

    /** Extension property of a user task: the clock whose due date it carries. */
    static final String CLOCK = "clock";

    /** Extension property of a user task: the variable with the run of that clock, where several run at once. */
    private static final String RUN = "run";

    private TaskClock() {}

    /** When the task is due by the dates of its case; {@code variables} reads those that it sees. */
    public static Optional<TaskDue> due(Dates dates, UserTask element, Function<String, Object> variables) {
        return dates.task(
                ModelProperties.of(element, CLOCK).orElse(""),
                ModelProperties.of(element, RUN)
                        .map(variable -> (Integer) variables.apply(variable))
                        .orElse(null));
    }
}
