package org.jiesu.cases;

import java.util.Set;
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
        Set<String> wide = view.secret() ? SEALED : WHOLE_INSTITUTION;
        return reader.groups().stream().anyMatch(wide::contains) || (!view.secret() && ofUnit(reader, view));
    }

    private static boolean ofUnit(Staff reader, CaseView view) {
        return inUnit(reader, view.handlingUnit())
                || view.assistingUnits().stream().anyMatch(unit -> inUnit(reader, unit))
                || view.copiedUnits().stream().anyMatch(unit -> inUnit(reader, unit));
    }

    private static boolean inUnit(Staff reader, String unit) {
        return unit != null && (reader.in(unit) || reader.in(unit + "-head"));
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
