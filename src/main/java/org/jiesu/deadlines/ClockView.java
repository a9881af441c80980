package org.jiesu.deadlines;

import java.time.LocalDateTime;
import java.util.List;

/**
 * A clock of a case as it stands now. {@code dueAt} is null while it is paused; times are local times in China.
 *
 * @param light null for a cancelled clock
 */
public record ClockView(
        String clock,
        int run,
        Layer layer,
        LocalDateTime startedAt,
        LocalDateTime dueAt,
        int amount,
        TermUnit unit,
        Light light,
        ClockState state,
        boolean provisional,
        int extendedBy,
        List<Pause> pauses,
        LocalDateTime endedAt,
        String basis) {

    /** Still to be done: running, paused, or missed and undone. */
    public boolean pending() {
        return endedAt == null;
    }
}
