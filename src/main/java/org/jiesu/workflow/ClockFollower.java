package org.jiesu.workflow;

import org.jiesu.deadlines.ClocksChanged;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The engine follows the ledger: after every change of a case's clocks, the variables that carry their dates, the
 * timers that stand at them and the due dates of open tasks move together, in the same transaction.
 */
@Component
public class ClockFollower {

    private final EngineDates dates;

    ClockFollower(EngineDates dates) {
        this.dates = dates;
    }

    /** First of all who hear it: another may end an instance because of the same change. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(ClocksChanged changed) {
        follow(changed.caseNumber());
    }

    /** Brings variables, timers and tasks of a case in line with its ledger. */
    public void follow(String caseNumber) {
        dates.follow(caseNumber);
    }
}
