package org.jiesu.cases;

import java.util.Set;
import java.util.stream.Collectors;
import org.jiesu.platform.CurrentStaff;
import org.jiesu.platform.Staff;
import org.jiesu.shared.Forbidden;
import org.jiesu.shared.NotFound;
import org.springframework.stereotype.Component;

/** Who may see a case and act on it. A case that may not be seen does not exist for the one who asks. */
@Component
public class CaseAccess {

    private static final Set<String> WHOLE_INSTITUTION =
            Set.of("centre", "centre-head", "legal", "leader", "director", "supervisor", "auditor");
    /** A complaint about staff is sealed from every unit, legal included (processes: DISCIPLINE). */
    private static final Set<String> SEALED = Set.of("centre", "centre-head", "director", "supervisor", "auditor");

    private final Cases cases;
    private final CurrentStaff staff;
    private final CasePosition position;

    CaseAccess(Cases cases, CurrentStaff staff, CasePosition position) {
        this.cases = cases;
        this.staff = staff;
        this.position = position;
    }

    public static boolean mayRead(Staff reader, CaseView view) {
        if (!view.institution().equals(reader.institution())) {
            return false;
        }
        return view.secret() ? readsSealed(reader) : readsAll(reader) || ofUnit(reader, view);
    }

    static boolean readsAll(Staff reader) {
        return reader.groups().stream().anyMatch(WHOLE_INSTITUTION::contains);
    }

    static boolean readsSealed(Staff reader) {
        return reader.groups().stream().anyMatch(SEALED::contains);
    }

    private static boolean ofUnit(Staff reader, CaseView view) {
        Set<String> units = units(reader);
        return units.contains(view.handlingUnit() == null ? "" : view.handlingUnit())
                || view.assistingUnits().stream().anyMatch(units::contains)
                || view.copiedUnits().stream().anyMatch(units::contains);
    }

    /** The units a person works for: her groups, a head's without the {@code -head}. */
    static Set<String> units(Staff reader) {
        return reader.groups().stream()
                .map(group -> group.endsWith("-head") ? group.substring(0, group.length() - "-head".length()) : group)
                .collect(Collectors.toSet());
    }

    /** The case, if the current user may see it; else 404. */
    public CaseView requireRead(String caseNumber) {
        return cases.find(caseNumber)
                .filter(view -> mayRead(staff.get(), view))
                .orElseThrow(() -> new NotFound("没有这个办件"));
    }

    /** The case, if the current user holds an open task of it; 404 without access, 403 without a task. */
    public CaseView requireAct(String caseNumber) {
        CaseView view = requireRead(caseNumber);
        if (!position.holdsTask(caseNumber, staff.get())) {
            throw new Forbidden("只有正在办理该办件的人员可以进行此操作");
        }
        return view;
    }
}
