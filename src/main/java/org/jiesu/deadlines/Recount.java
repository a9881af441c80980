package org.jiesu.deadlines;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jiesu.cases.Codes;
import org.jiesu.cases.Journal;
import org.jiesu.shared.ChinaTime;
import org.jiesu.shared.LastDay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts the clocks that still run anew when the calendar changes; one that has ended keeps its date and its verdict.
 * Every clock carries the version it was counted by, so whatever a broken run left behind is found and done later.
 */
@Component
public class Recount {

    private static final Logger LOG = LoggerFactory.getLogger(Recount.class);
    /** Cases in one transaction, some fifty clocks: no clerk waits for them. */
    private static final Limit AT_ONCE = Limit.of(10);
    /** No clock was counted by it, so that every running one is found. */
    private static final String NO_VERSION = "";

    private final LedgerRepository ledger;
    private final Calendars calendars;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Recount(
            LedgerRepository ledger,
            Calendars calendars,
            Journal journal,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.ledger = ledger;
        this.calendars = calendars;
        this.journal = journal;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        // At night it runs inside a step of the engine: what is done stays done, whatever becomes of that step.
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** Which clocks would move with this calendar; writes nothing. */
    List<MovedClock> preview(WorkingCalendar calendar) {
        List<MovedClock> moved = new ArrayList<>();
        String after = "";
        for (List<String> next = next(NO_VERSION, after); !next.isEmpty(); next = next(NO_VERSION, after)) {
            List<String> caseNumbers = next;
            transaction.executeWithoutResult(status -> caseNumbers.forEach(
                    caseNumber -> moved.addAll(moves(CountedClocks.of(running(caseNumber), calendar)))));
            after = next.get(next.size() - 1);
        }
        return moved;
    }

    /** Brings every running clock in line with the calendar in force; answers which ones moved. */
    public synchronized List<MovedClock> run() {
        WorkingCalendar calendar = calendars.latest();
        List<MovedClock> moved = new ArrayList<>();
        String after = "";
        List<String> next;
        while (!(next = next(calendar.version(), after)).isEmpty()) {
            moved.addAll(recount(next, calendar));
            after = next.get(next.size() - 1);
            WorkingCalendar latest = calendars.latest();
            if (!latest.version().equals(calendar.version())) {
                // Somebody imported another one meanwhile: never count back to this one.
                calendar = latest;
                after = "";
            }
        }
        return moved;
    }

    /** Cases with a running clock that was counted by another calendar than the one in force. */
    long unfinished() {
        return ledger.countOutdated(calendars.latest().version());
    }

    /** What an import that was killed, or a release with another calendar file, left to be done. */
    @EventListener(ApplicationReadyEvent.class)
    void finish() {
        if (unfinished() > 0) {
            int moved = run().size();
            LOG.info("The calendar changed while the application was down: {} clocks moved", moved);
        }
    }

    private List<String> next(String version, String after) {
        return ledger.findOutdated(version, after, AT_ONCE);
    }

    private List<LedgerEntry> running(String caseNumber) {
        return ledger.findByCaseNumberAndEndedAtIsNullOrderById(caseNumber);
    }

    private List<MovedClock> recount(List<String> caseNumbers, WorkingCalendar calendar) {
        try {
            return Objects.requireNonNull(transaction.execute(status -> caseNumbers.stream()
                    .flatMap(caseNumber -> recount(caseNumber, calendar).stream())
                    .toList()));
        } catch (RuntimeException e) {
            if (caseNumbers.size() == 1) {
                // It keeps its old version, is counted as unfinished and tried again by the next run.
                LOG.warn(
                        "Case {} cannot be counted anew: {}",
                        caseNumbers.get(0),
                        e.getClass().getName());
                return List.of();
            }
            // Somebody works on one of them: the others need not wait for it.
            return caseNumbers.stream()
                    .flatMap(caseNumber -> recount(List.of(caseNumber), calendar).stream())
                    .toList();
        }
    }

    private List<MovedClock> recount(String caseNumber, WorkingCalendar calendar) {
        CountedClocks counted = CountedClocks.of(running(caseNumber), calendar);
        List<MovedClock> moved = moves(counted);
        counted.settle();
        if (!moved.isEmpty()) {
            journal.write(
                    caseNumber, "节假日安排调整", moved.stream().map(Recount::line).collect(Collectors.joining("；")));
        }
        events.publishEvent(new ClocksChanged(caseNumber));
        return moved;
    }

    private List<MovedClock> moves(CountedClocks counted) {
        LocalDateTime now = LocalDateTime.now(clock);
        return counted.dates().entrySet().stream()
                .filter(one ->
                        !Objects.equals(one.getKey().dueAt(), one.getValue().dueAt()))
                .map(one -> new MovedClock(
                        one.getKey().caseNumber(),
                        one.getKey().clock(),
                        Codes.label("clock", one.getKey().clock()),
                        ChinaTime.of(one.getKey().dueAt()),
                        one.getKey().provisional(),
                        ChinaTime.of(one.getValue().dueAt()),
                        one.getValue().provisional(),
                        one.getValue().dueAt() != null
                                && now.isAfter(one.getValue().dueAt())))
                .toList();
    }

    private static String line(MovedClock moved) {
        return moved.clockName() + "：" + day(moved.from(), moved.fromProvisional()) + " → "
                + day(moved.to(), moved.toProvisional());
    }

    private static String day(OffsetDateTime at, boolean provisional) {
        return LastDay.of(at == null ? null : at.toLocalDateTime(), provisional).spelt(day -> {
            boolean wholeDay = at.toLocalTime().equals(DeadlineCalculator.END_OF_DAY);
            return day + (wholeDay ? "" : " " + at.toLocalTime());
        });
    }
}
