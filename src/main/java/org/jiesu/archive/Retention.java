package org.jiesu.archive;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jiesu.cases.CaseDisposal;
import org.jiesu.cases.CaseDisposed;
import org.jiesu.cases.CasePosition;
import org.jiesu.cases.CaseView;
import org.jiesu.cases.Cases;
import org.jiesu.cases.FilledField;
import org.jiesu.cases.Journal;
import org.jiesu.cases.Steps;
import org.jiesu.deadlines.Deadlines;
import org.jiesu.platform.CurrentStaff;
import org.jiesu.shared.Refusal;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 保存期限: until when a case is kept (FC 六.1), and what keeps it longer. */
@Service
@Transactional
class Retention {

    /** 暂停销毁, with its end once it was lifted. */
    record Hold(String setBy, LocalDateTime setAt, String liftedBy, LocalDateTime liftedAt) {}

    /** How long a case is kept; days are null while it is open. */
    record Standing(
            LocalDate closedOn, int years, String basis, LocalDate keptUntil, Obstacle obstacle, List<Hold> holds) {}

    private final RetentionRules rules;
    private final HoldRepository holds;
    private final Cases cases;
    private final CaseDisposal disposal;
    private final CasePosition position;
    private final Deadlines deadlines;
    private final Steps steps;
    private final Journal journal;
    private final CurrentStaff staff;
    private final Clock clock;

    Retention(
            RetentionRules rules,
            HoldRepository holds,
            Cases cases,
            CaseDisposal disposal,
            CasePosition position,
            Deadlines deadlines,
            Steps steps,
            Journal journal,
            CurrentStaff staff,
            Clock clock) {
        this.rules = rules;
        this.holds = holds;
        this.cases = cases;
        this.disposal = disposal;
        this.position = position;
        this.deadlines = deadlines;
        this.steps = steps;
        this.journal = journal;
        this.staff = staff;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    Standing of(String caseNumber) {
        CaseView view = cases.view(caseNumber);
        RetentionRules.Period period = rules.period(view.institution(), view.kind());
        Set<String> group = disposal.group(caseNumber);
        return new Standing(
                view.open() ? null : view.closedAt().toLocalDate(),
                period.years(),
                period.basis(),
                view.open() ? null : keptUntil(view),
                obstacles(group.stream().map(cases::view).toList(), group).get(caseNumber),
                holds.findByCaseNumberOrderById(caseNumber).stream()
                        .map(LegalHold::view)
                        .toList());
    }

    /** The last day on which a closed case has to be there. */
    @Transactional(readOnly = true)
    LocalDate keptUntil(CaseView view) {
        return view.closedAt()
                .toLocalDate()
                .plusYears(rules.period(view.institution(), view.kind()).years());
    }

    /**
     * What forbids to destroy these today, by case; empty when all of them may go. They speak of each other, so what
     * keeps one keeps all, and so does one that is not listed.
     */
    @Transactional(readOnly = true)
    Map<String, Obstacle> obstacles(Collection<CaseView> group, Set<String> listed) {
        Map<String, Obstacle> found = new HashMap<>();
        group.forEach(view -> obstacle(view).ifPresent(own -> found.put(view.caseNumber(), own)));
        if (!found.isEmpty() || !group.stream().map(CaseView::caseNumber).allMatch(listed::contains)) {
            group.forEach(view -> found.putIfAbsent(view.caseNumber(), Obstacle.LINKED));
        }
        return found;
    }

    private Optional<Obstacle> obstacle(CaseView view) {
        if (view.open()) {
            return Optional.of(Obstacle.OPEN);
        }
        if (position.running(view.caseNumber()) || deadlines.running(view.caseNumber())) {
            return Optional.of(Obstacle.RUNNING);
        }
        if (held(view.caseNumber())) {
            return Optional.of(Obstacle.HELD);
        }
        return LocalDate.now(clock).isAfter(keptUntil(view)) ? Optional.empty() : Optional.of(Obstacle.NOT_YET);
    }

    private boolean held(String caseNumber) {
        return !holds.findByCaseNumberAndLiftedAtIsNull(caseNumber).isEmpty();
    }

    /** The case is kept, however old, until this is lifted. */
    void hold(String caseNumber, String reason) {
        if (held(caseNumber)) {
            throw new Refusal("该办件已经暂停销毁");
        }
        holds.save(new LegalHold(caseNumber, staff.id(), LocalDateTime.now(clock)));
        writtenDown(caseNumber, "Hold", "暂停销毁", reason);
    }

    void lift(String caseNumber, String reason) {
        List<LegalHold> standing = holds.findByCaseNumberAndLiftedAtIsNull(caseNumber);
        if (standing.isEmpty()) {
            throw new Refusal("该办件没有暂停销毁");
        }
        standing.forEach(hold -> hold.lift(staff.id(), LocalDateTime.now(clock)));
        writtenDown(caseNumber, "HoldLifting", "解除暂停销毁", reason);
    }

    private void writtenDown(String caseNumber, String act, String name, String reason) {
        steps.record(caseNumber, act, name, List.of(new FilledField("reason", "理由", reason, reason)));
        journal.write(caseNumber, name, "理由见办理记录");
    }

    @EventListener
    void on(CaseDisposed disposed) {
        holds.erase(disposed.caseNumber());
    }
}
