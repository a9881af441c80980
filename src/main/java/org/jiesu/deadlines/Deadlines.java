package org.jiesu.deadlines;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiesu.cases.CaseDisposed;
import org.jiesu.cases.CaseEvent;
import org.jiesu.cases.CaseHappened;
import org.jiesu.cases.CaseView;
import org.jiesu.cases.Cases;
import org.jiesu.organisation.Institutions;
import org.jiesu.shared.NotFound;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The ledger of clocks. Events of a case start and end its clocks by the rows of {@code clocks.dmn}; the engine follows
 * the ledger, never the other way round.
 */
@Service
@Transactional
public class Deadlines {

    /** The date of a timer that is not running: it always has one, and this one never comes. */
    public static final LocalDateTime NEVER = LocalDate.of(9999, 12, 31).atStartOfDay();

    /** Engine variables that carry the expiry of a clock, as the column {@code timer} of {@code clocks.dmn} names them. */
    private static final Set<String> CLOCK_TIMERS =
            Set.of("cutOffAt", "secondLimitAt", "supplementDueAt", "statementDueAt");

    private static final String INTERIM_REPLY_TIMER = "interimReplyDueAt";
    /** The one timer whose date depends on now: when the next light changes. */
    public static final String CHECKPOINT_TIMER = "nextCheckpointAt";

    /** The interim reply is due with the earlier of these (FC 四.3(4)). */
    private static final Set<String> REPLY_CLOCKS = Set.of("handling", "channelReply");

    /** These run beside the handling of a case: no task but their own hangs on them. */
    private static final Set<String> BESIDE =
            Set.of("leaderReading", "instruction", "rectification", "supervisionAnswer");

    /** What was found wrong has to be put right, also when the case ends before (FC 七.1). */
    private static final String OUTLIVING = "rectification";

    private final LedgerRepository ledger;
    private final ExtensionRepository extensions;
    private final ClockRules rules;
    private final Calendars calendars;
    private final Lights lights;
    private final Cases cases;
    private final Institutions institutions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Deadlines(
            LedgerRepository ledger,
            ExtensionRepository extensions,
            ClockRules rules,
            Calendars calendars,
            Lights lights,
            Cases cases,
            Institutions institutions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.ledger = ledger;
        this.extensions = extensions;
        this.rules = rules;
        this.calendars = calendars;
        this.lights = lights;
        this.cases = cases;
        this.institutions = institutions;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(CaseHappened happened) {
        List<LedgerEntry> pending = pending(happened.caseNumber());
        pending.stream().filter(entry -> entry.endsOn(happened.event())).forEach(entry -> entry.end(happened.at()));
        if (happened.event() == CaseEvent.CLOSED) {
            pending.stream()
                    .filter(LedgerEntry::pending)
                    .filter(entry -> !entry.clock().equals(OUTLIVING))
                    .forEach(entry -> entry.cancel(happened.at()));
        } else {
            CaseView view = cases.view(happened.caseNumber());
            rules.startingOn(happened.event(), view).stream()
                    .filter(rule -> rule.unit() != TermUnit.AGREED || ownLimit(view, rule) != null)
                    .forEach(rule -> start(view, rule, happened));
        }
        events.publishEvent(new ClocksChanged(happened.caseNumber()));
    }

    private void start(CaseView view, ClockRule rule, CaseHappened happened) {
        Optional<LedgerEntry> last =
                ledger.findFirstByCaseNumberAndClockOrderByRunDesc(view.caseNumber(), rule.clock());
        if (last.isPresent() && last.get().pending()) {
            if (happened.event() != CaseEvent.RECEIVED) {
                return; // No return of an order restarts a clock.
            }
            last.get().cancel(happened.at()); // New facts restart the period, the old dates stay (令121第三十五条).
        }
        int run = last.map(LedgerEntry::run).orElse(0) + 1;
        LedgerEntry entry = new LedgerEntry(view.caseNumber(), run, happened.at(), rule, ownLimit(view, rule));
        CountedClocks.of(
                        Stream.concat(pending(view.caseNumber()).stream(), Stream.of(entry))
                                .toList(),
                        calendars.latest())
                .settle(entry);
        ledger.save(entry);
    }

    /** The limit written on a channel's order wins over the row of the channel. */
    private static LocalDate ownLimit(CaseView view, ClockRule rule) {
        return rule.clock().equals("channelReply") ? view.channelReplyBy() : null;
    }

    /** Writes down a date that somebody promised; it replaces an earlier promise that still stands. */
    public void agree(String caseNumber, LocalDate on, String basis) {
        LocalDateTime now = LocalDateTime.now(clock);
        Optional<LedgerEntry> last = ledger.findFirstByCaseNumberAndClockOrderByRunDesc(caseNumber, "agreed");
        last.filter(LedgerEntry::pending).ifPresent(entry -> entry.cancel(now));
        set(caseNumber, "agreed", on, basis, Set.of(CaseEvent.CLOSED));
    }

    /** Starts a clock that runs until a date that somebody set, and ends when that is {@link #done}; answers its run. */
    public int set(String caseNumber, String clockName, LocalDate on, String basis) {
        return set(caseNumber, clockName, on, basis, Set.of());
    }

    private int set(String caseNumber, String clockName, LocalDate on, String basis, Set<CaseEvent> endsOn) {
        int run = ledger.findFirstByCaseNumberAndClockOrderByRunDesc(caseNumber, clockName)
                        .map(LedgerEntry::run)
                        .orElse(0)
                + 1;
        ClockRule promised = new ClockRule(
                clockName,
                0,
                TermUnit.AGREED,
                Roll.NONE,
                endsOn,
                Layer.INSTITUTION,
                null,
                ExtensionRule.NONE,
                Set.of(),
                2,
                0,
                basis);
        LedgerEntry entry = new LedgerEntry(caseNumber, run, LocalDateTime.now(clock), promised, on);
        CountedClocks.of(List.of(entry), calendars.latest()).settle();
        ledger.save(entry);
        events.publishEvent(new ClocksChanged(caseNumber));
        return run;
    }

    /** What had to be done until a set date is done. */
    public void done(String caseNumber, String clockName, int run) {
        pending(caseNumber).stream()
                .filter(entry -> entry.clock().equals(clockName) && entry.run() == run)
                .forEach(entry -> entry.end(LocalDateTime.now(clock)));
        events.publishEvent(new ClocksChanged(caseNumber));
    }

    /** Whether anything has still to be done about the case until a date. */
    @Transactional(readOnly = true)
    public boolean running(String caseNumber) {
        return !pending(caseNumber).isEmpty();
    }

    /** All clocks of a case in the order in which they started. */
    @Transactional(readOnly = true)
    public List<ClockView> clocks(String caseNumber) {
        LocalDateTime now = LocalDateTime.now(clock);
        return ledger.findByCaseNumberOrderById(caseNumber).stream()
                .map(entry -> entry.view(now, lights.of(entry, now)))
                .toList();
    }

    /** The newest run of a clock. */
    @Transactional(readOnly = true)
    public ClockView clock(String caseNumber, String clockName) {
        LocalDateTime now = LocalDateTime.now(clock);
        LedgerEntry entry = newest(caseNumber, clockName);
        return entry.view(now, lights.of(entry, now));
    }

    /** The newest run of a clock, held until the act on it is done: whoever else acts on it waits. */
    ClockView held(String caseNumber, String clockName) {
        ledger.findFirstLockedByCaseNumberAndClockOrderByRunDesc(caseNumber, clockName);
        return clock(caseNumber, clockName);
    }

    /** The newest run of a clock, day by day: which day counted and why. */
    @Transactional(readOnly = true)
    public DueDate explanation(String caseNumber, String clockName) {
        LedgerEntry entry = newest(caseNumber, clockName);
        return entry.compute(new DeadlineCalculator(calendars.ofVersion(entry.calendarVersion())));
    }

    /** A run of a clock with the days that made its due date. */
    public record ExplainedClock(ClockView clock, List<CountedDay> days) {}

    /** Every run of every clock of a case, day by day, each by the calendar with which it was counted. */
    @Transactional(readOnly = true)
    public List<ExplainedClock> explained(String caseNumber) {
        LocalDateTime now = LocalDateTime.now(clock);
        return ledger.findByCaseNumberOrderById(caseNumber).stream()
                .map(entry -> new ExplainedClock(
                        entry.view(now, null),
                        entry.compute(new DeadlineCalculator(calendars.ofVersion(entry.calendarVersion())))
                                .days()))
                .toList();
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(CaseDisposed disposed) {
        extensions.erase(disposed.caseNumber());
        ledger.erase(disposed.caseNumber());
    }

    private LedgerEntry newest(String caseNumber, String clockName) {
        return ledger.findFirstByCaseNumberAndClockOrderByRunDesc(caseNumber, clockName)
                .orElseThrow(() -> new NotFound("该办件没有这个期限"));
    }

    /** The light of a case: that of its worst clock which has not ended. */
    @Transactional(readOnly = true)
    public Light light(String caseNumber) {
        LocalDateTime now = LocalDateTime.now(clock);
        return Lights.worst(
                pending(caseNumber).stream().map(entry -> lights.of(entry, now)).toList());
    }

    /** The lights of many cases at once; cases without a pending clock are left out. */
    @Transactional(readOnly = true)
    public Map<String, Light> lights(Collection<String> caseNumbers) {
        LocalDateTime now = LocalDateTime.now(clock);
        BinaryOperator<Light> worse = (a, b) -> Lights.worst(List.of(a, b));
        return caseNumbers.isEmpty()
                ? Map.of()
                : ledger.findByCaseNumberInAndEndedAtIsNull(caseNumbers).stream()
                        .collect(Collectors.toMap(LedgerEntry::caseNumber, entry -> lights.of(entry, now), worse));
    }

    /** Those of the cases that have a running clock whose date still waits for the next year's notice (暂定). */
    @Transactional(readOnly = true)
    public Set<String> provisional(Collection<String> caseNumbers) {
        return caseNumbers.isEmpty()
                ? Set.of()
                : ledger.findByCaseNumberInAndEndedAtIsNull(caseNumbers).stream()
                        .filter(LedgerEntry::provisional)
                        .map(LedgerEntry::caseNumber)
                        .collect(Collectors.toSet());
    }

    /**
     * When a task is due, and the clock it hangs on: its due date, light and whether that date is provisional. Both
     * dates are null while the clock is paused.
     */
    public record TaskDue(LocalDateTime dueAt, LocalDateTime clockDueAt, Light light, boolean provisional) {}

    /** What hangs on the clocks of a case as they stand now: read once, whatever is asked of it. */
    @Transactional(readOnly = true)
    public Dates dates(String caseNumber) {
        return new Dates(caseNumber);
    }

    /** The dates of one case at one moment. */
    public final class Dates {

        private final String caseNumber;
        private final List<LedgerEntry> pending;
        private final LocalDateTime now = LocalDateTime.now(clock);

        private Dates(String caseNumber) {
            this.caseNumber = caseNumber;
            this.pending = pending(caseNumber);
        }

        /**
         * When a task is due: with its own clock while that is pending, by the row's working days earlier, else with the
         * case's nearest clock; empty when nothing runs. {@code run} names one of several that run at once; null means any.
         */
        public Optional<TaskDue> task(String clockName, Integer run) {
            Optional<LedgerEntry> own = pending.stream()
                    .filter(entry -> entry.clock().equals(clockName) && (run == null || entry.run() == run))
                    .findFirst();
            return own.map(entry -> task(entry, taskDueAt(entry))).or(() -> pending.stream()
                    .filter(entry -> entry.dueAt() != null && !BESIDE.contains(entry.clock()))
                    .min(Comparator.comparing(LedgerEntry::dueAt))
                    .map(entry -> task(entry, entry.dueAt())));
        }

        private TaskDue task(LedgerEntry entry, LocalDateTime dueAt) {
            return new TaskDue(
                    dueAt, entry.dueAt(), lights.of(entry, now), entry.dueAt() != null && entry.provisional());
        }

        /** What the engine's timers have to stand at: always a date for each, {@link #NEVER} for what is not running. */
        public Map<String, LocalDateTime> timers() {
            List<LedgerEntry> running =
                    pending.stream().filter(entry -> entry.dueAt() != null).toList();
            Map<String, LocalDateTime> timers = new HashMap<>();
            CLOCK_TIMERS.forEach(timer -> timers.put(timer, NEVER));
            running.stream()
                    .filter(entry -> entry.timer() != null)
                    .forEach(entry -> timers.merge(entry.timer(), entry.expiresAt(), Deadlines::earlier));
            LocalTime opening = institutions
                    .get(cases.view(caseNumber).institution())
                    .office()
                    .open();
            timers.put(
                    INTERIM_REPLY_TIMER,
                    earliest(running.stream()
                            .filter(entry -> REPLY_CLOCKS.contains(entry.clock()))
                            .map(entry -> entry.dueAt().toLocalDate().atTime(opening))));
            timers.put(
                    CHECKPOINT_TIMER,
                    earliest(running.stream().flatMap(entry -> lights.nextCheckpoint(entry, opening, now).stream())));
            return timers;
        }
    }

    private LocalDateTime taskDueAt(LedgerEntry entry) {
        return entry.dueAt() == null || entry.taskEarlier() == 0
                ? entry.dueAt()
                : calendars
                        .current()
                        .subtractWorkingDays(entry.dueAt().toLocalDate(), entry.taskEarlier())
                        .atTime(entry.dueAt().toLocalTime());
    }

    private static LocalDateTime earlier(LocalDateTime a, LocalDateTime b) {
        return a.isBefore(b) ? a : b;
    }

    private static LocalDateTime earliest(Stream<LocalDateTime> times) {
        return times.min(Comparator.naturalOrder()).orElse(NEVER);
    }

    private List<LedgerEntry> pending(String caseNumber) {
        return ledger.findByCaseNumberAndEndedAtIsNullOrderById(caseNumber);
    }
}
