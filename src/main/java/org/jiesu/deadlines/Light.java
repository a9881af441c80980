package org.jiesu.deadlines;

import java.util.stream.Stream;
import org.jiesu.cases.Codes;

/** The traffic light of a clock; its urgency is the engine priority of the task that hangs on it. */
public enum Light {
    NORMAL(0),
    DUE_SOON(50),
    DUE_TODAY(80),
    OVERDUE(100),
    PAUSED(0),
    DONE_IN_TIME(0),
    DONE_LATE(0);

    private final int urgency;

    Light(int urgency) {
        this.urgency = urgency;
    }

    public String label() {
        return Codes.label("light", name());
    }

    public int urgency() {
        return urgency;
    }

    /** The light that this priority of a task stands for. */
    public static Light ofUrgency(int urgency) {
        return Stream.of(OVERDUE, DUE_TODAY, DUE_SOON)
                .filter(light -> urgency >= light.urgency)
                .findFirst()
                .orElse(NORMAL);
    }
}
