package org.jiesu.cases;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jiesu.platform.Staff;
import org.jiesu.platform.StaffDirectory;
import org.springframework.stereotype.Service;

/** Who may become the handler of a case. */
@Service
public class Handlers {

    private static final String CENTRE = "centre";

    private final StaffDirectory directory;
    private final Exclusions exclusions;

    Handlers(StaffDirectory directory, Exclusions exclusions) {
        this.directory = directory;
        this.exclusions = exclusions;
    }

    /** The unit whose people work on a case: the centre before one is named, and where units must not see it. */
    public static String unitOf(CaseView view) {
        return view.handlingUnit() == null || view.secret() ? CENTRE : view.handlingUnit();
    }

    /**
     * The members of the case's unit and its head, the unit's own first; nobody before a unit is named. Whom the case is
     * about, and who stepped aside, is none of them.
     */
    public List<Staff> candidates(CaseView view) {
        if (view.handlingUnit() == null) {
            return List.of();
        }
        Set<String> excluded = exclusions.of(view.caseNumber());
        return Stream.of(unitOf(view), unitOf(view) + "-head")
                .flatMap(group -> directory.members(group).stream())
                .filter(member -> !excluded.contains(member.userId()))
                .distinct()
                .toList();
    }
}
