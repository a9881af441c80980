package org.jiesu.audit;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Optional;
import javax.sql.DataSource;
import org.jiesu.platform.CurrentStaff;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Counts the whole chain again, and lets go of what was kept long enough. */
@Component
public class AuditCheck {

    /**
     * @param firstWrong the number of the first line that is not as it was written; null when the chain is whole
     * @param lastHash with {@code last}, what to compare with a printed or logged state of an earlier day
     * @param heldByDatabase whether the database, too, refuses this application a change
     */
    public record Result(
            LocalDateTime at,
            boolean whole,
            Long firstWrong,
            String fault,
            long removedUpTo,
            long last,
            String lastHash,
            boolean heldByDatabase) {}

    private static final Logger LOG = LoggerFactory.getLogger(AuditCheck.class);

    private final AuditStore store;
    private final Chain chain;
    private final AuditLog log;
    private final AuditSettings settings;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final TransactionTemplate snapshot;
    private volatile Result latest;

    AuditCheck(
            AuditStore store,
            Chain chain,
            AuditLog log,
            AuditSettings settings,
            Clock clock,
            PlatformTransactionManager transactions,
            DataSource database) {
        this.store = store;
        this.chain = chain;
        this.log = log;
        this.settings = settings;
        this.clock = clock;
        transaction = new TransactionTemplate(transactions);
        snapshot = new TransactionTemplate(new JdbcTransactionManager(database));
        // The ends and all lines as of one moment, while others add.
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
    }

    Optional<Result> latest() {
        return Optional.ofNullable(latest);
    }

    /** Counts every line again and remembers what it found. */
    public Result verify() {
        Optional<Ends> seen = log.seen();
        Result result = snapshot.execute(s -> verify(seen));
        latest = result;
        if (result.whole()) {
            // Outside the database: whoever cuts the end off, or restores an older state, does not reach this line.
            LOG.info("Audit log whole up to line {}, hash {}", result.last(), result.lastHash());
        } else {
            LOG.error("AUDIT LOG BROKEN at line {}: {}", result.firstWrong(), result.fault());
        }
        return result;
    }

    private Result verify(Optional<Ends> seen) {
        Ends ends = store.ends().orElse(null);
        Optional<Chain.Fault> fault = chain.check(ends, store.all(), seen);
        if (fault.isEmpty()) {
            log.saw(ends);
        }
        return new Result(
                LocalDateTime.now(clock),
                fault.isEmpty(),
                fault.map(Chain.Fault::sequence).orElse(null),
                fault.map(Chain.Fault::what).orElse(null),
                ends == null ? 0 : ends.baseSequence(),
                ends == null ? 0 : ends.lastSequence(),
                ends == null ? null : ends.lastHash(),
                store.heldByDatabase());
    }

    /**
     * Removes the oldest lines when their time is over; the chain then begins behind them. Never from a broken chain.
     */
    public void verifyAndRemoveOld() {
        if (verify().whole()) {
            store.lastBefore(LocalDateTime.now(clock).minus(settings.keep()))
                    .ifPresent(last -> transaction.executeWithoutResult(s -> removeUpTo(last)));
        }
    }

    private void removeUpTo(AuditEntry last) {
        Ends ends = store.lock();
        if (ends.baseSequence() >= last.sequence()) {
            return; // another server was faster
        }
        store.set(chain.without(ends, last));
        int removed = store.removeUpTo(last.sequence());
        log.add(new Draft(
                LocalDateTime.now(clock),
                null,
                CurrentStaff.SYSTEM,
                AuditKind.PURGED,
                null,
                null,
                "保存期限已满，清理至第%d条，共%d条".formatted(last.sequence(), removed)));
    }
}
