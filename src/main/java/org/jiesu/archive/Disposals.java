package org.jiesu.archive;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jiesu.cases.CaseDisposal;
import org.jiesu.cases.CaseKind;
import org.jiesu.cases.CaseView;
import org.jiesu.cases.Cases;
import org.jiesu.cases.Serials;
import org.jiesu.organisation.Institutions;
import org.jiesu.platform.CurrentStaff;
import org.jiesu.shared.Forbidden;
import org.jiesu.shared.NotFound;
import org.jiesu.shared.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 销毁清单: cases whose time is over are listed by one person, approved by another and then destroyed by
 * {@link DisposalRun}; the lines of the list remain as the register.
 */
@Service
@Transactional
public class Disposals {

    /** A list with the number of its cases by what became of them. */
    public record Listed(
            String number,
            DisposalState state,
            String madeBy,
            LocalDateTime madeAt,
            String decidedBy,
            LocalDateTime decidedAt,
            LocalDateTime doneAt,
            long listed,
            long destroyed,
            long kept) {}

    /** A line of the register. */
    public record Line(
            String listNumber,
            String caseNumber,
            CaseKind kind,
            LocalDate receivedOn,
            LocalDate closedOn,
            LocalDate keptUntil,
            DisposalItemState state,
            Obstacle obstacle,
            String manifest,
            LocalDateTime destroyedAt) {}

    /** As many as a person can look through before approving. */
    private static final int LARGEST = 500;

    private final DisposalListRepository lists;
    private final DisposalItemRepository items;
    private final Retention retention;
    private final RetentionRules rules;
    private final CaseDisposal disposal;
    private final Cases cases;
    private final Serials serials;
    private final Institutions institutions;
    private final CurrentStaff staff;
    private final Clock clock;

    Disposals(
            DisposalListRepository lists,
            DisposalItemRepository items,
            Retention retention,
            RetentionRules rules,
            CaseDisposal disposal,
            Cases cases,
            Serials serials,
            Institutions institutions,
            CurrentStaff staff,
            Clock clock) {
        this.lists = lists;
        this.items = items;
        this.retention = retention;
        this.rules = rules;
        this.disposal = disposal;
        this.cases = cases;
        this.serials = serials;
        this.institutions = institutions;
        this.staff = staff;
        this.clock = clock;
    }

    /** Lists what may be destroyed today; linked cases stand on it together or not at all. */
    Listed make() {
        String institution = staff.get().institution();
        LocalDateTime now = LocalDateTime.now(clock);
        Set<String> looked = new HashSet<>(items.waiting(institution));
        List<CaseView> ripe = new ArrayList<>();
        for (CaseKind kind : CaseKind.values()) {
            collect(institution, kind, looked, ripe);
        }
        if (ripe.isEmpty()) {
            throw new Refusal("没有保存期限已满、可以销毁的办件");
        }
        String series = institutions.get(institution).casePrefix() + "-D-" + now.getYear();
        DisposalList made = lists.save(
                new DisposalList("%s-%04d".formatted(series, serials.next(series)), institution, staff.id(), now));
        ripe.forEach(view -> items.save(new DisposalItem(made.number(), view, retention.keptUntil(view))));
        return view(made);
    }

    private void collect(String institution, CaseKind kind, Set<String> looked, List<CaseView> ripe) {
        LocalDateTime before = LocalDate.now(clock)
                .minusYears(rules.period(institution, kind).years())
                .atStartOfDay();
        String after = "";
        List<String> next;
        do {
            next = disposal.closedBefore(institution, kind, before, after, LARGEST);
            for (String number : next) {
                after = number;
                if (ripe.size() < LARGEST && !looked.contains(number)) {
                    Set<String> group = disposal.group(number);
                    List<CaseView> views = group.stream().map(cases::view).toList();
                    boolean free = Collections.disjoint(looked, group);
                    looked.addAll(group);
                    if (free
                            && views.stream()
                                    .allMatch(view -> retention.obstacle(view).isEmpty())) {
                        ripe.addAll(views);
                    }
                }
            }
        } while (next.size() == LARGEST && ripe.size() < LARGEST);
    }

    /** Whoever made a list does not approve it. */
    Listed decide(String number, boolean approved) {
        DisposalList list = find(number);
        if (list.madeBy().equals(staff.id())) {
            throw new Forbidden("不能审批本人编制的清单");
        }
        list.decide(approved, staff.id(), LocalDateTime.now(clock));
        return view(list);
    }

    /** Refuses to go on unless the list is approved. */
    @Transactional(readOnly = true)
    void requireApproved(String number) {
        find(number).requireApproved();
    }

    @Transactional(readOnly = true)
    List<Listed> all() {
        return lists.findByInstitutionOrderByMadeAtDescNumberDesc(staff.get().institution()).stream()
                .map(this::view)
                .toList();
    }

    @Transactional(readOnly = true)
    Listed get(String number) {
        return view(find(number));
    }

    @Transactional(readOnly = true)
    List<Line> lines(String number) {
        return items.findByListNumberOrderByCaseNumber(find(number).number()).stream()
                .map(DisposalItem::view)
                .toList();
    }

    /** The lines about one case on all lists of the own institution. */
    @Transactional(readOnly = true)
    List<Line> linesOf(String caseNumber) {
        String institution = staff.get().institution();
        return items.findByCaseNumberOrderById(caseNumber).stream()
                .map(DisposalItem::view)
                .filter(line -> lists.findByNumberAndInstitution(line.listNumber(), institution)
                        .isPresent())
                .toList();
    }

    /** The case that was destroyed when its package would have had this manifest. */
    @Transactional(readOnly = true)
    Optional<Line> destroyedAs(String institution, String manifest) {
        return items.destroyedAs(institution, manifest).map(DisposalItem::view);
    }

    private DisposalList find(String number) {
        return lists.findByNumberAndInstitution(number, staff.get().institution())
                .orElseThrow(() -> new NotFound("没有这个销毁清单"));
    }

    private Listed view(DisposalList list) {
        return list.view(
                items.countByListNumberAndState(list.number(), DisposalItemState.LISTED),
                items.countByListNumberAndState(list.number(), DisposalItemState.DESTROYED),
                items.countByListNumberAndState(list.number(), DisposalItemState.KEPT));
    }
}
