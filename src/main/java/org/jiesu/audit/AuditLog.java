package org.jiesu.audit;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Adds lines to the chain, in the transaction of what they tell: what is rolled back was never there, and nothing is
 * committed without its line. The chain is locked at the very end, when everything else is written, so that whoever
 * holds it waits for nobody, and holds it for one commit only.
 */
@Component
class AuditLog {

    private final AuditStore store;
    private final Chain chain;
    private final EntityManager entities;
    private final TransactionTemplate transaction;
    private final TransactionTemplate ownTransaction;
    private final AtomicReference<Ends> seen = new AtomicReference<>();

    AuditLog(AuditStore store, Chain chain, EntityManager entities, PlatformTransactionManager transactions) {
        this.store = store;
        this.chain = chain;
        this.entities = entities;
        transaction = new TransactionTemplate(transactions);
        ownTransaction = new TransactionTemplate(transactions);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Part of the current transaction; a transaction of its own where there is none. */
    void add(Draft draft) {
        transaction.executeWithoutResult(s -> pending().add(draft));
    }

    /** Stays whatever becomes of the current transaction: what was refused or failed. */
    void addAtOnce(Draft draft) {
        ownTransaction.executeWithoutResult(s -> pending().add(draft));
    }

    /** The furthest end that this server has written or found whole. */
    Optional<Ends> seen() {
        return Optional.ofNullable(seen.get());
    }

    void saw(Ends ends) {
        seen.accumulateAndGet(
                ends, (known, now) -> known == null || known.lastSequence() < now.lastSequence() ? now : known);
    }

    private Pending pending() {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Pending.class::isInstance)
                .map(Pending.class::cast)
                .filter(waiting -> !waiting.written)
                .findFirst()
                .orElseGet(() -> {
                    Pending waiting = new Pending();
                    TransactionSynchronizationManager.registerSynchronization(waiting);
                    return waiting;
                });
    }

    private final class Pending implements TransactionSynchronization {

        private final List<Draft> drafts = new ArrayList<>();
        private Ends ends;
        private boolean written;

        void add(Draft draft) {
            drafts.add(draft);
        }

        /** After everybody else who has something to write at the end. */
        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            written = true;
            // Rows still to be written would be locked after the chain, and two transactions could wait for each other.
            entities.flush();
            ends = store.lock();
            List<AuditEntry> lines = new ArrayList<>();
            for (Draft draft : drafts) {
                AuditEntry line = chain.append(ends, draft);
                ends = chain.after(ends, line);
                lines.add(line);
            }
            store.add(lines, ends);
        }

        @Override
        public void afterCommit() {
            saw(ends);
        }
    }
}
