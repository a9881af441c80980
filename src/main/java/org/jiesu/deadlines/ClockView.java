package org.jiesu.deadlines;

import java.time.LocalDateTime;
import java.util.List;
import org.jiesu.shared.LastDay;

/**
 * A clock of a case as it stands now. {@code dueAt} is null while it is paused; times are local times in China.
 *
 * @param remaining units left while it is paused, otherwise null
 * @param pausable grounds on which it may be paused
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
        Roll roll,
        Light light,
        ClockState state,
        boolean provisional,
        int extendedBy,
        Integer remaining,
        List<Pause> pauses,
        List<String> pausable,
        List<ExtensionView> extensions,
        ExtensionRule extensionRule,
        LocalDateTime endedAt,
        String basis,
        String calendarVersion) {

    public LastDay lastDay() {
        return LastDay.of(dueAt, provisional);
    }

    /** Still to be done: running, paused, or missed and undone. */
    public boolean pending() {
        return endedAt == null;
    }
}
