package org.jiesu.supervision;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jiesu.cases.CaseView;
import org.jiesu.cases.Cases;
import org.jiesu.deadlines.Deadlines;
import org.jiesu.platform.Staff;
import org.jiesu.platform.StaffDirectory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 件件有着落: every open case has somebody who works on it and a clock that says until when. */
@Service
@Transactional
public class Orphans {

    /** Who is told the result of the nightly check. */
    private static final List<String> TOLD = List.of("centre-head", "supervisor");

    /** Databases take only so many values in one question. */
    private static final int AT_ONCE = 500;

    private static final String NOBODY = "没有办理人员或者单位";
    private static final String NO_CLOCK = "没有在计算的期限";

    /** A case that somebody has to look after, and what it lacks. */
    public record Orphan(String caseNumber, String kindName, String matter, List<String> lacks) {}

    private final Cases cases;
    private final Deadlines deadlines;
    private final TaskHolders holders;
    private final Messenger messenger;
    private final StaffDirectory directory;

    Orphans(Cases cases, Deadlines deadlines, TaskHolders holders, Messenger messenger, StaffDirectory directory) {
        this.cases = cases;
        this.deadlines = deadlines;
        this.holders = holders;
        this.messenger = messenger;
        this.directory = directory;
    }

    /** All of them, oldest first. */
    @Transactional(readOnly = true)
    public List<Orphan> of(String institution) {
        List<CaseView> open = cases.openOf(institution);
        return IntStream.iterate(0, from -> from < open.size(), from -> from + AT_ONCE)
                .mapToObj(from -> open.subList(from, Math.min(from + AT_ONCE, open.size())))
                .flatMap(this::among)
                .toList();
    }

    private Stream<Orphan> among(List<CaseView> open) {
        List<String> numbers = open.stream().map(CaseView::caseNumber).toList();
        Set<String> running = deadlines.lights(numbers).keySet();
        Set<String> unheld = holders.unheld(numbers);
        return open.stream()
                .map(view -> look(view, !unheld.contains(view.caseNumber()), running.contains(view.caseNumber())))
                .filter(found -> !found.lacks().isEmpty());
    }

    private Orphan look(CaseView view, boolean held, boolean running) {
        List<String> lacks = new ArrayList<>();
        if (!held) {
            lacks.add(NOBODY);
        }
        if (!running) {
            lacks.add(NO_CLOCK);
        }
        return new Orphan(view.caseNumber(), view.kind().label(), view.facts().matter(), lacks);
    }

    /** Looks and tells, also that there are none: so it is known that somebody looked. */
    public void check(String institution) {
        List<Orphan> found = of(institution);
        List<Messenger.Line> lines = found.isEmpty()
                ? List.of(Messenger.Line.plain("未办结的办件都有人办理、有期限。"))
                : found.stream()
                        .map(orphan -> new Messenger.Line(
                                orphan.caseNumber(), orphan.caseNumber() + "：" + String.join("，", orphan.lacks())))
                        .toList();
        TOLD.stream()
                .flatMap(group -> directory.members(group).stream())
                .filter(person -> institution.equals(person.institution()))
                .map(Staff::userId)
                .distinct()
                .forEach(person -> messenger.send(person, "件件有着落检查：%d件".formatted(found.size()), lines));
    }
}
