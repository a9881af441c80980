package org.jiesu.deadlines;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jiesu.cases.CaseEvent;

/** One clock with all the inputs of its due date, so that the date can be recomputed and explained at any time. */
@Entity
@Table(name = "ledger_entry")
class LedgerEntry {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private long rowVersion;

    private String caseNumber;
    private String clock;
    private int run;

    @Enumerated(EnumType.STRING)
    private Layer layer;

    private String basis;
    private LocalDateTime startedAt;
    private int amount;

    @Enumerated(EnumType.STRING)
    private TermUnit unit;

    @Enumerated(EnumType.STRING)
    private Roll roll;

    private LocalDate agreedOn;
    private String endsOn;
    private String timer;
    private int extendedBy;
    private int maxExtension;
    private int maxExtensions;
    private String approver;
    private String pausable;
    private int remindBefore;
    private int taskEarlier;

    @ElementCollection
    @CollectionTable(name = "ledger_pause", joinColumns = @JoinColumn(name = "ledger_entry_id"))
    @OrderBy("fromOn")
    private List<PausedSpan> pauses = new ArrayList<>();

    private LocalDate notAfter;
    private String calendarVersion;
    private LocalDateTime dueAt;
    private boolean provisional;

    @Enumerated(EnumType.STRING)
    private ClockState state = ClockState.RUNNING;

    private LocalDateTime endedAt;

    /** A span of days that do not count, with the legal ground for it. */
    @Embeddable
    static class PausedSpan {

        @Column(name = "from_on")
        private LocalDate fromOn;

        @Column(name = "to_on")
        private LocalDate toOn;

        private String ground;

        protected PausedSpan() {}

        PausedSpan(LocalDate fromOn, String ground) {
            this.fromOn = fromOn;
            this.ground = ground;
        }
    }

    protected LedgerEntry() {}

    LedgerEntry(String caseNumber, int run, LocalDateTime startedAt, ClockRule rule, LocalDate agreedOn) {
        this.caseNumber = caseNumber;
        this.run = run;
        this.startedAt = startedAt;
        this.agreedOn = agreedOn;
        clock = rule.clock();
        layer = rule.layer();
        basis = rule.basis();
        amount = agreedOn == null ? rule.amount() : 0;
        unit = agreedOn == null ? rule.unit() : TermUnit.AGREED;
        roll = agreedOn == null ? rule.roll() : Roll.NONE;
        endsOn = rule.endsOn().stream().map(Enum::name).sorted().collect(Collectors.joining(","));
        timer = rule.timer();
        maxExtension = rule.maxExtension();
        maxExtensions = rule.extensions();
        approver = rule.approver();
        pausable = String.join(",", rule.pausable());
        remindBefore = rule.remindBefore();
        taskEarlier = rule.taskEarlier();
    }

    DueDate compute(DeadlineCalculator calculator) {
        return compute(calculator, notAfter);
    }

    DueDate compute(DeadlineCalculator calculator, LocalDate lastDay) {
        Term term = agreedOn == null ? Term.of(amount, unit, roll) : Term.agreed(agreedOn);
        DueDate due = calculator.compute(startedAt, term, pauses(), extendedBy);
        return lastDay == null ? due : due.notAfter(lastDay);
    }

    /** Its last day, whatever its own days say. */
    void notAfter(LocalDate day) {
        notAfter = day;
    }

    LocalDate notAfter() {
        return notAfter;
    }

    void settleOn(DueDate due, String version) {
        dueAt = due.dueAt();
        provisional = due.provisional();
        calendarVersion = version;
    }

    boolean endsOn(CaseEvent event) {
        return Arrays.asList(endsOn.split(",")).contains(event.name());
    }

    void end(LocalDateTime at) {
        state = overdue(at) ? ClockState.MISSED : ClockState.MET;
        endedAt = at;
    }

    /** Nothing is due any more; a date that had already passed stays missed. */
    void cancel(LocalDateTime at) {
        state = overdue(at) ? ClockState.MISSED : ClockState.CANCELLED;
        endedAt = at;
    }

    /** Whether its row allows a pause on this ground, and none is open. */
    boolean pausableOn(String ground) {
        return openPause().isEmpty() && Arrays.asList(pausable.split(",")).contains(ground);
    }

    void pause(LocalDate from, String ground) {
        pauses.add(new PausedSpan(from, ground));
    }

    Optional<LocalDate> pausedSince() {
        return openPause().map(span -> span.fromOn);
    }

    void resume(LocalDate on) {
        openPause().ifPresent(span -> span.toOn = on);
    }

    private Optional<PausedSpan> openPause() {
        return pauses.stream().filter(span -> span.toOn == null).findFirst();
    }

    boolean overdue(LocalDateTime at) {
        return dueAt != null && at.isAfter(dueAt);
    }

    boolean pending() {
        return endedAt == null;
    }

    /** When whatever acts on expiry may act: the second after the last one. */
    LocalDateTime expiresAt() {
        return dueAt.plusSeconds(1);
    }

    ClockState stateAt(LocalDateTime now) {
        if (pending() && dueAt == null && pausedSince().isPresent()) {
            return ClockState.PAUSED;
        }
        return state == ClockState.RUNNING && overdue(now) ? ClockState.MISSED : state;
    }

    private List<Pause> pauses() {
        return pauses.stream().map(span -> new Pause(span.fromOn, span.toOn)).toList();
    }

    ClockView view(LocalDateTime now, Light light) {
        return new ClockView(
                clock,
                run,
                layer,
                startedAt,
                dueAt,
                amount,
                unit,
                light,
                stateAt(now),
                provisional,
                extendedBy,
                pauses(),
                endedAt,
                basis);
    }

    String caseNumber() {
        return caseNumber;
    }

    String clock() {
        return clock;
    }

    int run() {
        return run;
    }

    String timer() {
        return timer;
    }

    TermUnit unit() {
        return unit;
    }

    LocalDateTime dueAt() {
        return dueAt;
    }

    int remindBefore() {
        return remindBefore;
    }

    int taskEarlier() {
        return taskEarlier;
    }

    String calendarVersion() {
        return calendarVersion;
    }

    boolean provisional() {
        return provisional;
    }

    ClockState state() {
        return state;
    }
}
