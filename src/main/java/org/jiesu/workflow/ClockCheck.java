package org.jiesu.workflow;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jiesu.cases.Cases;
import org.jiesu.cases.Journal;
import org.jiesu.deadlines.Recount;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 期限自检: brings the ledger to the calendar in force, compares it with the engine and repairs the engine from it. The
 * two never differ by our own doing; what is found here was done by hand, or by a restored backup.
 */
@Component
public class ClockCheck {

    private static final Logger LOG = LoggerFactory.getLogger(ClockCheck.class);
    /** So many cases are checked in one go: well within the time for which a job of the engine is locked. */
    private static final int AT_ONCE = 1_000;

    private final Recount recount;
    private final Cases cases;
    private final EngineDates dates;
    private final Journal journal;
    private final TransactionTemplate each;

    ClockCheck(
            Recount recount, Cases cases, EngineDates dates, Journal journal, PlatformTransactionManager transactions) {
        this.recount = recount;
        this.cases = cases;
        this.dates = dates;
        this.journal = journal;
        each = new TransactionTemplate(transactions);
        each.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Checks the next open cases after this number; answers the last one, or nothing when all are done. */
    public Optional<String> checkAfter(String caseNumber) {
        if (caseNumber.isEmpty()) {
            // An act that had read the old calendar may have been written down after the recount passed its case.
            recount.run();
        }
        List<String> next = cases.openAfter(caseNumber, AT_ONCE);
        next.forEach(this::check);
        return next.size() < AT_ONCE ? Optional.empty() : Optional.of(next.get(next.size() - 1));
    }

    /** Each case in a transaction of its own: one that somebody is working on waits for the next night. */
    private void check(String caseNumber) {
        try {
            each.executeWithoutResult(status -> report(caseNumber, dates.repair(caseNumber)));
        } catch (RuntimeException e) {
            LOG.warn("Clocks of {} not checked: {}", caseNumber, e.getClass().getName());
        }
    }

    private void report(String caseNumber, List<EngineDates.Held> repaired) {
        if (repaired.isEmpty()) {
            return;
        }
        String what = repaired.stream().map(ClockCheck::line).collect(Collectors.joining("；"));
        LOG.error("Engine differed from ledger, repaired: {} {}", caseNumber, what);
        journal.write(caseNumber, "期限自检", "流程引擎与期限台账不一致，已按台账修正：" + what);
    }

    private static String line(EngineDates.Held held) {
        return "%s（%s→%s）".formatted(held.name(), held.engine(), held.ledger());
    }
}
