package org.jiesu.deadlines;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jiesu.shared.LastDay;

/**
 * A request for more time as it stands: who asked for how many units of the clock and why, what it would move from when
 * to when, and what was decided. The dates follow the clock until the decision; they are null while it stands still.
 *
 * @param collective beyond what the row allows by itself, so that it needs a collective decision
 */
public record ExtensionView(
        long id,
        String caseNumber,
        String clock,
        int amount,
        TermUnit unit,
        String reason,
        String requestedBy,
        LocalDateTime requestedAt,
        LocalDateTime oldDueAt,
        boolean oldProvisional,
        LocalDateTime newDueAt,
        boolean newProvisional,
        boolean collective,
        ExtensionState state,
        String decidedBy,
        LocalDateTime decidedAt,
        String opinion,
        LocalDate collectiveOn,
        ExtensionRule rule,
        String basis) {

    public LastDay oldLastDay() {
        return LastDay.of(oldDueAt, oldProvisional);
    }

    public LastDay newLastDay() {
        return LastDay.of(newDueAt, newProvisional);
    }

    public boolean open() {
        return state == ExtensionState.REQUESTED;
    }

    public boolean approved() {
        return state == ExtensionState.APPROVED;
    }
}
