package org.jiesu.archive;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiesu.cases.CaseDisposal;
import org.jiesu.cases.CaseView;
import org.jiesu.shared.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Destroys what an approved list names, in the background, group by group: each in one transaction that deletes
 * everything and writes the line of the register, or does nothing. Broken off anywhere, the next run goes on with the
 * lines that are left.
 */
@Component
class DisposalRun {

    private static final Logger LOG = LoggerFactory.getLogger(DisposalRun.class);

    private final Disposals disposals;
    private final DisposalListRepository lists;
    private final DisposalItemRepository items;
    private final CaseDisposal disposal;
    private final Retention retention;
    private final CaseArchive archive;
    private final TransactionTemplate each;
    private final Clock clock;
    /** The number of the list that is being carried out; null when none is. */
    private final AtomicReference<String> running = new AtomicReference<>();

    private final ExecutorService background = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "disposal");
        thread.setDaemon(true);
        return thread;
    });

    DisposalRun(
            Disposals disposals,
            DisposalListRepository lists,
            DisposalItemRepository items,
            CaseDisposal disposal,
            Retention retention,
            CaseArchive archive,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.disposals = disposals;
        this.lists = lists;
        this.items = items;
        this.disposal = disposal;
        this.retention = retention;
        this.archive = archive;
        this.each = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    boolean running(String listNumber) {
        return listNumber.equals(running.get());
    }

    /** Begins, or goes on where an earlier run stopped. */
    void start(String institution, String listNumber) {
        disposals.requireApproved(listNumber);
        if (!running.compareAndSet(null, listNumber)) {
            throw new Refusal("正在销毁，请稍后再试");
        }
        background.execute(() -> {
            try {
                destroyAll(institution, listNumber);
            } finally {
                running.set(null);
            }
        });
    }

    private void destroyAll(String institution, String listNumber) {
        Set<String> looked = new HashSet<>();
        for (DisposalItem item :
                items.findByListNumberAndStateOrderByCaseNumber(listNumber, DisposalItemState.LISTED)) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            if (looked.contains(item.caseNumber())) {
                continue;
            }
            Set<String> group = disposal.group(item.caseNumber());
            looked.addAll(group);
            try {
                destroy(listNumber, group);
            } catch (RuntimeException e) {
                // Only the class: messages of the database quote rows.
                LOG.error("{} not destroyed: {}", group, e.getClass().getName());
            }
        }
        each.executeWithoutResult(s -> {
            if (!items.existsByListNumberAndState(listNumber, DisposalItemState.LISTED)) {
                lists.findByNumberAndInstitution(listNumber, institution)
                        .orElseThrow()
                        .done(LocalDateTime.now(clock));
            }
        });
    }

    private void destroy(String listNumber, Set<String> group) {
        // Before the transaction, which would keep all attachments in memory until its end.
        Map<String, String> manifests =
                group.stream().collect(Collectors.toMap(Function.identity(), archive::manifest));
        each.executeWithoutResult(s -> {
            List<DisposalItem> lines = items.findByListNumberAndStateAndCaseNumberInOrderByCaseNumber(
                    listNumber, DisposalItemState.LISTED, group);
            List<CaseView> views = disposal.lock(group);
            Set<String> listed = lines.stream().map(DisposalItem::caseNumber).collect(Collectors.toSet());
            Map<String, Obstacle> obstacles = retention.obstacles(views, listed);
            if (!obstacles.isEmpty()) {
                lines.forEach(line -> line.keep(obstacles.get(line.caseNumber())));
                return;
            }
            LocalDateTime now = LocalDateTime.now(clock);
            lines.forEach(line -> line.destroyed(manifests.get(line.caseNumber()), now));
            disposal.erase(group);
        });
    }

    @PreDestroy
    void stop() {
        background.shutdownNow();
    }
}
