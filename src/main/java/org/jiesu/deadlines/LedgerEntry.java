package org.jiesu.deadlines;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
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
import java.util.stream.Stream;
import org.jiesu.cases.CaseEvent;
import org.jiesu.cases.Codes;
import org.jiesu.shared.LastDay;
import org.jiesu.shared.Refusal;

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

    @Embedded
    private ExtensionRule extension;

    private String pausable;
    private int remindBefore;
    private int taskEarlier;

    @ElementCollection
    @CollectionTable(name = "ledger_pause", joinColumns = @JoinColumn(name = "ledger_entry_id"))
    @OrderBy("fromOn, ground")
    private List<PausedSpan> pauses = new ArrayList<>();

    @OneToMany(mappedBy = "entry", cascade = CascadeType.ALL)
    @OrderBy("id")
    private List<ExtensionRequest> extensions = new ArrayList<>();

    private LocalDate notAfter;
    private String calendarVersion;
    private LocalDateTime dueAt;
    private Integer remaining;
    private boolean provisional;

    @Enumerated(EnumType.STRING)
    private ClockState state = ClockState.RUNNING;

    private LocalDateTime endedAt;

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
        extension = rule.extension();
        pausable = rule.pausable().stream().sorted().collect(Collectors.joining(","));
        remindBefore = rule.remindBefore();
        taskEarlier = rule.taskEarlier();
    }

    DueDate compute(DeadlineCalculator calculator) {
        return compute(calculator, notAfter);
    }

    /** The due date, no later than this day; null for no such limit. */
    DueDate compute(DeadlineCalculator calculator, LocalDate lastDay) {
        DueDate due = computeExtended(calculator, 0);
        return lastDay == null ? due : calculator.notAfter(due, lastDay, limitedBy());
    }

    private String limitedBy() {
        return extension.notPast() == null
                ? "最迟到作出受理决定的前一个工作日"
                : "延长不得超过“" + Codes.label("clock", extension.notPast()) + "”届满日";
    }

    /** The due date without any extension. */
    DueDate computeRegular(DeadlineCalculator calculator) {
        return computeExtended(calculator, -extendedBy);
    }

    /** The due date that so many more units would make. */
    DueDate computeExtended(DeadlineCalculator calculator, int more) {
        Term term = agreedOn == null ? Term.of(amount, unit, roll) : Term.agreed(agreedOn);
        return calculator.compute(startedAt, term, pauses(), extendedBy + more);
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
        remaining = due.isPaused() ? due.remaining() : null;
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

    boolean pausableOn(String ground) {
        return Arrays.asList(pausable.split(",")).contains(ground);
    }

    boolean pausedOn(String ground) {
        return openPauses(ground).findAny().isPresent();
    }

    /** From this day on the days do not count. Grounds may overlap, their common days count once. */
    void pause(LocalDate from, String ground, LocalDateTime now) {
        refuseUnless(pending(), "该期限已经结束，不能扣除");
        refuseUnless(pausableOn(ground), "该期限不能以“" + Codes.label("pauseGround", ground) + "”为由扣除" + grounds());
        refuseUnless(!overdue(now), "该期限已经届满，不能再扣除");
        refuseUnless(!from.isBefore(startedAt.toLocalDate()), "扣除的起始日期不能早于期限起算日" + startedAt.toLocalDate());
        refuseUnless(
                pauses.stream().noneMatch(span -> span.coversOrFollows(ground, from)), "该事由已有扣除登记，与" + from + "起的扣除重叠");
        pauses.add(new PausedSpan(from, ground));
    }

    private String grounds() {
        List<String> names = Stream.of(pausable.split(","))
                .filter(code -> !code.isEmpty())
                .map(code -> Codes.label("pauseGround", code))
                .toList();
        return names.isEmpty() ? "" : "，可以扣除的事由：" + String.join("、", names);
    }

    /** Days count again from this one on; a null ground ends the pauses on all grounds. */
    void resume(LocalDate on, String ground) {
        List<PausedSpan> open = openPauses(ground).toList();
        refuseUnless(!open.isEmpty(), "该期限没有正在进行的扣除");
        open.forEach(span -> {
            LocalDate since = span.pause().from();
            refuseUnless(!on.isBefore(since), "恢复计算期限的日期不能早于扣除的起始日期" + since);
            span.end(on);
        });
    }

    private Stream<PausedSpan> openPauses(String ground) {
        return pauses.stream()
                .filter(PausedSpan::open)
                .filter(span -> ground == null || span.pause().ground().equals(ground));
    }

    private static void refuseUnless(boolean holds, String sentence) {
        if (!holds) {
            throw new Refusal(sentence);
        }
    }

    ExtensionRule extensionRule() {
        return extension;
    }

    /** Whether the extensions that the row allows by itself are used up, and a collective decision may still give one. */
    boolean beyondItsRow() {
        return extension.furtherByCollective()
                && extensions.stream().filter(ExtensionRequest::approved).count() >= extension.maxExtensions();
    }

    /** Why no extension by so many units can be asked for or approved, if there is a reason. */
    Optional<String> obstacleToExtension(int more, LocalDateTime now) {
        if (!pending()) {
            return Optional.of("该期限已经结束");
        }
        if (overdue(now)) {
            return Optional.of("该期限已于" + lastDay() + "届满，届满后不能延长");
        }
        if (!extension.allowed()) {
            return Optional.of("该期限依规定不得延长");
        }
        if (unit == TermUnit.AGREED) {
            return Optional.of("该期限为约定或者来源渠道载明的日期，不能在本局延长");
        }
        if (beyondItsRow()) {
            return Optional.empty();
        }
        if (extensions.stream().filter(ExtensionRequest::approved).count() >= extension.maxExtensions()) {
            return Optional.of("该期限最多延长" + extension.maxExtensions() + "次，已经用完");
        }
        int left = extension.maxExtension() - extendedBy;
        return more > left ? Optional.of("最多还能延长" + inUnits(left)) : Optional.empty();
    }

    boolean extensionPending() {
        return extensions.stream().anyMatch(ExtensionRequest::open);
    }

    boolean extended() {
        return extendedBy > 0;
    }

    /** Whoever decides on more time sees from when to when it would move the clock as it stands now. */
    void moveRequests(DeadlineCalculator calculator) {
        extensions.stream()
                .filter(ExtensionRequest::open)
                .forEach(request -> request.moves(computeExtended(calculator, request.amount())));
    }

    void add(ExtensionRequest request) {
        extensions.add(request);
    }

    void extendBy(int more) {
        extendedBy += more;
    }

    String inUnits(int number) {
        return unit.times(number);
    }

    String name() {
        return Codes.label("clock", clock);
    }

    String basis() {
        return basis;
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
        if (pending() && dueAt == null) {
            return ClockState.PAUSED;
        }
        return state == ClockState.RUNNING && overdue(now) ? ClockState.MISSED : state;
    }

    private List<Pause> pauses() {
        return pauses.stream().map(PausedSpan::pause).toList();
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
                roll,
                light,
                stateAt(now),
                provisional,
                extendedBy,
                remaining,
                pauses(),
                Stream.of(pausable.split(",")).filter(code -> !code.isEmpty()).toList(),
                extensions.stream().map(ExtensionRequest::view).toList(),
                extension,
                endedAt,
                basis,
                calendarVersion);
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

    /** Runs day and night, and is acted upon day and night. */
    boolean inMinutes() {
        return unit == TermUnit.MINUTES || unit == TermUnit.HOURS;
    }

    Layer layer() {
        return layer;
    }

    LocalDateTime dueAt() {
        return dueAt;
    }

    LastDay lastDay() {
        return LastDay.of(dueAt, provisional);
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
