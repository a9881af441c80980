package org.jiesu.deadlines;

import java.util.Arrays;
import java.util.stream.Stream;
import org.jiesu.cases.Codes;
import org.jiesu.shared.BadInput;

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

    /** The light with this code as it stands in a URL. */
    public static Light ofCode(String code) {
        return Stream.of(values())
                .filter(light -> light.name().equals(code))
                .findFirst()
                .orElseThrow(() -> new BadInput("light", "“light”须是 " + Arrays.toString(values()) + " 之一"));
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
