package org.jiesu.cases;

import java.util.Set;
import org.jiesu.access.Action;
import org.jiesu.access.CaseGuard;
import org.jiesu.access.Relation;
import org.jiesu.access.Role;
import org.jiesu.platform.CurrentStaff;
import org.jiesu.platform.Staff;
import org.jiesu.shared.Forbidden;
import org.jiesu.shared.NotFound;
import org.springframework.stereotype.Component;

/**
 * Who may see a case and act on it: asks the table {@link Action} with how the person stands to the case. A case that
 * may not be seen does not exist for the one who asks.
 */
@Component
public class CaseAccess implements CaseGuard {

    private final Cases cases;
    private final Exclusions exclusions;
    private final CurrentStaff staff;
    private final CasePosition position;

    CaseAccess(Cases cases, Exclusions exclusions, CurrentStaff staff, CasePosition position) {
        this.cases = cases;
        this.exclusions = exclusions;
        this.staff = staff;
        this.position = position;
    }

    @Override
    public void check(Action action, String caseNumber) {
        require(action, caseNumber);
    }

    /** The case, if the current user may do this to it; 404 for one that may not be seen, else 403. */
    public CaseView require(Action action, String caseNumber) {
        Action seeing = action == Action.READ_DATES ? action : Action.READ_CASE;
        CaseView view = cases.find(caseNumber)
                .filter(found -> may(seeing, staff.get(), found))
                .orElseThrow(() -> new NotFound("没有这个办件"));
        if (action != seeing && !may(action, staff.get(), view)) {
            throw new Forbidden(action.refusal());
        }
        return view;
    }

    /** Whether this person may do this to the case at this moment. */
    public boolean may(Action action, Staff person, CaseView view) {
        return reaches(action, person, view) && holds(action, person, view);
    }

    /** Whether the roles of this person reach the case for this, whatever else has to hold. */
    public boolean reaches(Action action, Staff person, CaseView view) {
        return action.reaches(Role.of(person), relation(person, view));
    }

    /** The same for whoever belongs to this group and to no other. */
    public boolean reaches(Action action, String group, CaseView view) {
        return reaches(action, new Staff(group, group, Set.of(group), view.institution()), view);
    }

    private Relation relation(Staff person, CaseView view) {
        return new Relation(
                view.institution().equals(person.institution()),
                ofUnit(person, view),
                view.secret(),
                exclusions.of(view.caseNumber()).contains(person.userId()));
    }

    private static boolean ofUnit(Staff person, CaseView view) {
        var units = Role.units(person);
        return units.contains(view.handlingUnit() == null ? "" : view.handlingUnit())
                || view.assistingUnits().stream().anyMatch(units::contains)
                || view.copiedUnits().stream().anyMatch(units::contains);
    }

    private boolean holds(Action action, Staff person, CaseView view) {
        return switch (action.provided()) {
            case NOTHING -> true;
            case HOLDS_TASK -> holdsTask(person, view);
            case HANDLES -> view.handler() == null ? is(Role.CENTRE, person) : isHandler(person, view);
            case HANDLES_OR_CENTRE -> is(Role.CENTRE, person) || isHandler(person, view);
            case HEADS_UNIT -> heads(person, view);
            case NEEDS_IDENTITY -> needsIdentity(person, view);
            case KEEPS_ARCHIVE -> is(view.kind() == CaseKind.REPORT ? Role.SUPERVISOR : Role.CENTRE_HEAD, person);
            case MAY_APPROVE -> heads(person, view) || is(Role.SUPERVISOR, person);
        };
    }

    private static boolean is(Role role, Staff person) {
        return Role.of(person).contains(role);
    }

    private boolean holdsTask(Staff person, CaseView view) {
        return position.taskOf(view.caseNumber(), person).isPresent();
    }

    private static boolean isHandler(Staff person, CaseView view) {
        return person.userId().equals(view.handler());
    }

    private static boolean heads(Staff person, CaseView view) {
        return person.in(Handlers.unitOf(view) + "-head");
    }

    private boolean needsIdentity(Staff person, CaseView view) {
        return isHandler(person, view)
                || (view.kind() == CaseKind.REPORT
                        ? is(Role.SUPERVISOR, person)
                        : is(Role.CENTRE, person) && holdsTask(person, view));
    }
}
