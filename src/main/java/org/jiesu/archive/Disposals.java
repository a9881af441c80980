package org.jiesu.archive;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
class Disposals {

    /** A list with the number of its cases by what became of them. */
    record Listed(
            String number,
            DisposalState state,
            String madeBy,
            LocalDateTime madeAt,
            String decidedBy,
            LocalDateTime decidedAt,
            String reason,
            LocalDateTime doneAt,
            long listed,
            long destroyed,
            long kept) {}

    /** A case that is due, and once it is on a list a line of the register. */
    record Line(
            String listNumber,
            String caseNumber,
            CaseKind kind,
            LocalDate receivedOn,
            LocalDate closedOn,
            LocalDate keptUntil,
            DisposalItemState state,
            Obstacle obstacle,
            String manifest,
            LocalDateTime destroyedAt) {

        static Line due(CaseView view, LocalDate keptUntil, Obstacle obstacle) {
            return new Line(
                    null,
                    view.caseNumber(),
                    view.kind(),
                    view.receivedAt().toLocalDate(),
                    view.closedAt().toLocalDate(),
                    keptUntil,
                    null,
                    obstacle,
                    null,
                    null);
        }

        Line with(Obstacle found) {
            return new Line(
                    listNumber, caseNumber, kind, receivedOn, closedOn, keptUntil, state, found, manifest, destroyedAt);
        }
    }

    /** As many as a person can look through before approving. */
    private static final int LARGEST = 500;

    private static final Set<Obstacle> NOT_DUE = EnumSet.of(Obstacle.OPEN, Obstacle.NOT_YET);

    private final DisposalListRepository lists;
    private final DisposalItemRepository items;
    private final Retention retention;
    private final RetentionRules rules;
    private final CaseDisposal disposal;
    private final Cases cases;
    private final Serials serials;
    private final Institutions institutions;
    private final DisposalMessages messages;
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
            DisposalMessages messages,
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
        this.messages = messages;
        this.staff = staff;
        this.clock = clock;
    }

    /** Lists what may be destroyed today and tells who may approve it; linked cases stand on it together or not at all. */
    Listed make() {
        String institution = staff.get().institution();
        LocalDateTime now = LocalDateTime.now(clock);
        List<Line> ripe = due().stream().filter(line -> line.obstacle() == null).toList();
        if (ripe.isEmpty()) {
            throw new Refusal("没有保存期限已满、可以销毁的办件");
        }
        String series = institutions.get(institution).casePrefix() + "-D-" + now.getYear();
        DisposalList made = lists.save(
                new DisposalList("%s-%04d".formatted(series, serials.next(series)), institution, staff.id(), now));
        ripe.forEach(line -> items.save(new DisposalItem(made.number(), line)));
        messages.waits(made.number(), ripe.size());
        return view(made);
    }

    /** Cases whose time is over and that no list names yet, each with what still forbids to destroy it. */
    @Transactional(readOnly = true)
    List<Line> due() {
        String institution = staff.get().institution();
        Set<String> looked = new HashSet<>(items.waiting(institution));
        List<Line> found = new ArrayList<>();
        for (CaseKind kind : CaseKind.values()) {
            collect(institution, kind, looked, found);
        }
        return found;
    }

    private void collect(String institution, CaseKind kind, Set<String> looked, List<Line> found) {
        LocalDateTime before = LocalDate.now(clock)
                .minusYears(rules.period(institution, kind).years())
                .atStartOfDay();
        String after = "";
        List<String> next;
        do {
            next = disposal.closedBefore(institution, kind, before, after, LARGEST);
            for (String number : next) {
                after = number;
                if (!looked.contains(number) && !full(found)) {
                    Set<String> group = disposal.group(number);
                    if (Collections.disjoint(looked, group)) {
                        found.addAll(due(group));
                    }
                    looked.addAll(group);
                }
            }
        } while (next.size() == LARGEST && !full(found));
    }

    private static boolean full(List<Line> found) {
        return found.stream().filter(line -> line.obstacle() == null).count() >= LARGEST;
    }

    private List<Line> due(Set<String> group) {
        List<CaseView> views = group.stream().map(cases::view).toList();
        Map<String, Obstacle> obstacles = retention.obstacles(views, group);
        return views.stream()
                .filter(view -> !NOT_DUE.contains(obstacles.get(view.caseNumber())))
                .map(view -> Line.due(view, retention.keptUntil(view), obstacles.get(view.caseNumber())))
                .toList();
    }

    /** Whoever made a list does not approve it. */
    Listed decide(String number, boolean approved, String reason) {
        DisposalList list = find(number);
        if (list.madeBy().equals(staff.id())) {
            throw new Forbidden("不能审批本人编制的清单");
        }
        list.decide(approved, reason, staff.id(), LocalDateTime.now(clock));
        return view(list);
    }

    /** Refuses to go on unless the list is approved. */
    @Transactional(readOnly = true)
    void requireApproved(String number) {
        find(number).requireApproved();
    }

    @Transactional(readOnly = true)
    List<Listed> all() {
        List<DisposalList> all =
                lists.findByInstitutionOrderByMadeAtDescNumberDesc(staff.get().institution());
        Map<String, Map<DisposalItemState, Long>> counts =
                counts(all.stream().map(DisposalList::number).toList());
        return all.stream()
                .map(list -> list.view(counts.getOrDefault(list.number(), Map.of())))
                .toList();
    }

    @Transactional(readOnly = true)
    Listed get(String number) {
        return view(find(number));
    }

    /** The cases of a list; as long as it is not carried out, with what speaks against each today. */
    @Transactional(readOnly = true)
    List<Line> lines(String number) {
        DisposalList list = find(number);
        List<Line> lines = items.findByListNumberOrderByCaseNumber(number).stream()
                .map(DisposalItem::view)
                .toList();
        if (!list.waiting()) {
            return lines;
        }
        Set<String> listed = lines.stream()
                .filter(line -> line.state() == DisposalItemState.LISTED)
                .map(Line::caseNumber)
                .collect(Collectors.toSet());
        Map<String, Obstacle> obstacles = obstacles(listed);
        return lines.stream()
                .map(line -> listed.contains(line.caseNumber()) ? line.with(obstacles.get(line.caseNumber())) : line)
                .toList();
    }

    private Map<String, Obstacle> obstacles(Set<String> listed) {
        Map<String, Obstacle> found = new HashMap<>();
        Set<String> looked = new HashSet<>();
        for (String number : listed) {
            if (!looked.contains(number)) {
                Set<String> group = disposal.group(number);
                looked.addAll(group);
                // While the list is carried out, what it names disappears under the eyes of whoever looks at it.
                List<CaseView> left =
                        group.stream().flatMap(one -> cases.find(one).stream()).toList();
                found.putAll(retention.obstacles(left, listed));
            }
        }
        return found;
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
        return list.view(counts(List.of(list.number())).getOrDefault(list.number(), Map.of()));
    }

    private Map<String, Map<DisposalItemState, Long>> counts(List<String> numbers) {
        return items.counts(numbers).stream()
                .collect(Collectors.groupingBy(
                        DisposalItemRepository.Count::getListNumber,
                        Collectors.toMap(
                                DisposalItemRepository.Count::getState, DisposalItemRepository.Count::getCases)));
    }
}
