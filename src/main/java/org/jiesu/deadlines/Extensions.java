package org.jiesu.deadlines;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jiesu.cases.Codes;
import org.jiesu.cases.Journal;
import org.jiesu.platform.CurrentStaff;
import org.jiesu.shared.NotFound;
import org.jiesu.shared.RecordedRefusal;
import org.jiesu.shared.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * 延期: more time for a running clock, asked for by the handler and decided by the role that the clock's row names,
 * within the row's limits and never after the last day.
 */
@Service
@Transactional
public class Extensions {

    private static final String ACTION = "延期申请";

    private final LedgerRepository ledger;
    private final ExtensionRepository requests;
    private final Calendars calendars;
    private final Journal journal;
    private final CurrentStaff staff;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Extensions(
            LedgerRepository ledger,
            ExtensionRepository requests,
            Calendars calendars,
            Journal journal,
            CurrentStaff staff,
            ApplicationEventPublisher events,
            Clock clock) {
        this.ledger = ledger;
        this.requests = requests;
        this.calendars = calendars;
        this.journal = journal;
        this.staff = staff;
        this.events = events;
        this.clock = clock;
    }

    /** Asks for more time; what the rules forbid is written into the journal and refused. */
    @Transactional(noRollbackFor = RecordedRefusal.class)
    public ExtensionView request(String caseNumber, String clockName, int amount, String reason) {
        LocalDateTime now = LocalDateTime.now(clock);
        LedgerEntry entry = ledger.findFirstByCaseNumberAndClockOrderByRunDesc(caseNumber, clockName)
                .orElseThrow(() -> new NotFound("该办件没有这个期限"));
        String asked = "“" + entry.name() + "”申请延长" + entry.inUnits(amount);
        Optional<String> obstacle =
                entry.extensionPending() ? Optional.of("该期限已有待审批的延期申请") : obstacle(entry, amount, now);
        obstacle.ifPresent(why -> {
            journal.write(caseNumber, ACTION, asked + "，不予准许：" + why);
            throw new RecordedRefusal(why + "；本次申请已记入办理记录");
        });
        ExtensionRequest request =
                requests.save(new ExtensionRequest(entry, amount, reason, staff.id(), now, extended(entry, amount)));
        entry.add(request);
        journal.write(caseNumber, ACTION, asked + (request.collective() ? "，须经集体讨论决定" : ""));
        ExtensionView view = request.view();
        events.publishEvent(new ExtensionRequested(
                caseNumber, view.id(), clockName, entry.extensionRule().approver()));
        return view;
    }

    private Optional<String> obstacle(LedgerEntry entry, int amount, LocalDateTime now) {
        return entry.obstacleToExtension(amount, now).or(() -> passesAnother(entry, amount));
    }

    /** The bureau's own time may be prolonged, but not past the day of the law that runs beside it. */
    private Optional<String> passesAnother(LedgerEntry entry, int amount) {
        return Optional.ofNullable(entry.extensionRule().notPast())
                .flatMap(other -> ledger.findFirstByCaseNumberAndClockOrderByRunDesc(entry.caseNumber(), other))
                .flatMap(other -> passes(extended(entry, amount), other));
    }

    private static Optional<String> passes(DueDate extended, LedgerEntry other) {
        if (extended.isPaused()) {
            return Optional.of("期限扣除中，延长后的届满日未定，不能确定不超过“" + other.name() + "”，恢复计算后再申请");
        }
        if (other.dueAt() == null) {
            return Optional.of("“" + other.name() + "”正在扣除，届满日未定");
        }
        return extended.dueAt().isAfter(other.dueAt())
                ? Optional.of("延长后将超过“" + other.name() + "”届满日" + other.lastDay())
                : Optional.empty();
    }

    private DueDate extended(LedgerEntry entry, int amount) {
        return entry.computeExtended(new DeadlineCalculator(calendars.latest()), amount);
    }

    /** What was asked for. */
    @Transactional(readOnly = true)
    public ExtensionView get(long id) {
        return request(id).view();
    }

    /** Decides on a request; an approval moves the clock, and must come before its last day has passed. */
    public void decide(long id, boolean approved, String opinion, LocalDate collectiveOn) {
        LocalDateTime now = LocalDateTime.now(clock);
        ExtensionRequest request = request(id);
        LedgerEntry entry = request.entry();
        if (!request.open()) {
            throw new Refusal("该延期申请已经"
                    + Codes.label("extensionState", request.view().state().name()));
        }
        if (request.requestedBy(staff.id())) {
            throw new Refusal("不能审批自己提出的延期申请");
        }
        if (approved) {
            obstacle(entry, request.amount(), now).ifPresent(why -> {
                throw new Refusal("不能批准延期：" + why);
            });
            request.moves(extended(entry, request.amount()));
        }
        request.decide(approved ? ExtensionState.APPROVED : ExtensionState.REFUSED, staff.id(), now);
        if (approved) {
            entry.extendBy(request.amount());
            CountedClocks.of(ledger.findByCaseNumberAndEndedAtIsNullOrderById(entry.caseNumber()), calendars.latest())
                    .settle();
        }
        request.explain(opinion, collectiveOn);
        journal.write(entry.caseNumber(), "延期审批", decision(request.view(), entry));
        events.publishEvent(new ClocksChanged(entry.caseNumber()));
    }

    /** The claimant was told of the new date. */
    public void told(long id) {
        LedgerEntry entry = request(id).entry();
        journal.write(entry.caseNumber(), "告知延期", "“" + entry.name() + "”期限延长已告知");
    }

    private static String decision(ExtensionView decided, LedgerEntry entry) {
        String what = "“" + entry.name() + "”延长" + entry.inUnits(decided.amount());
        if (!decided.approved()) {
            return "不同意" + what;
        }
        return decided.newDueAt() == null
                ? "同意" + what + "：期限扣除中，恢复计算后接着算"
                : "同意" + what + "：" + decided.oldLastDay() + "改为" + decided.newLastDay();
    }

    /** A clock that has ended needs no more time: nobody is left with a request to decide on. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ClocksChanged changed) {
        requests.findByEntryCaseNumberAndState(changed.caseNumber(), ExtensionState.REQUESTED).stream()
                .filter(request -> !request.entry().pending())
                .forEach(request -> {
                    request.decide(ExtensionState.LAPSED, CurrentStaff.SYSTEM, LocalDateTime.now(clock));
                    journal.write(
                            changed.caseNumber(), ACTION, "“" + request.entry().name() + "”已经结束，延期申请终止");
                    events.publishEvent(new ExtensionLapsed(
                            changed.caseNumber(), request.view().id()));
                });
    }

    private ExtensionRequest request(long id) {
        return requests.findById(id).orElseThrow(() -> new NotFound("没有这个延期申请"));
    }
}
