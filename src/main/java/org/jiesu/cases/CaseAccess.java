package org.jiesu.cases;

import java.util.Set;
import java.util.stream.Collectors;
import org.jiesu.platform.CurrentStaff;
import org.jiesu.platform.Staff;
import org.jiesu.shared.Forbidden;
import org.jiesu.shared.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

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
    private final Journal journal;

    CaseAccess(Cases cases, CurrentStaff staff, CasePosition position, Journal journal) {
        this.cases = cases;
        this.staff = staff;
        this.position = position;
        this.journal = journal;
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

    /**
     * The case, if the current user may see its dates: whoever may read it, and those who keep the processes of its
     * institution, as long as it is not secret. They learn no facts and no names.
     */
    public CaseView requireOverview(String caseNumber) {
        return cases.find(caseNumber)
                .filter(view -> mayRead(staff.get(), view) || keepsItsProcess(staff.get(), view))
                .orElseThrow(() -> new NotFound("没有这个办件"));
    }

    private static boolean keepsItsProcess(Staff reader, CaseView view) {
        return reader.in("modeler") && !view.secret() && view.institution().equals(reader.institution());
    }

    /** The case, if the current user holds an open task of it; 404 without access, 403 without a task. */
    public CaseView requireAct(String caseNumber) {
        CaseView view = requireRead(caseNumber);
        if (!position.holdsTask(caseNumber, staff.get())) {
            throw new Forbidden("只有正在办理该办件的人员可以进行此操作");
        }
        return view;
    }

    /** The case, if the current user handles it; before a handler is named, the centre does. Else 404 or 403. */
    public CaseView requireHandler(String caseNumber) {
        CaseView view = requireRead(caseNumber);
        boolean handles =
                view.handler() == null ? staff.get().in("centre") : staff.id().equals(view.handler());
        if (!handles) {
            throw new Forbidden("只有承办人可以进行此操作");
        }
        return view;
    }

    /**
     * The case, if the current user needs its parties' identities: of a complaint its handler, the head of its unit and
     * the centre; of a report only its handler and the supervisor, and of a confidential one nobody without approval
     * (令121第三十七条). Every look is written into the journal.
     */
    @Transactional
    public CaseView requireIdentity(String caseNumber, String purpose) {
        CaseView view = requireRead(caseNumber);
        if (!mayIdentify(staff.get(), view)) {
            throw new Forbidden(view.confidential() ? "该举报要求保密，身份信息须经批准方可查看" : "只有该办件的承办人员可以查看身份信息");
        }
        journal.write(caseNumber, "查看身份信息", purpose);
        return view;
    }

    private static boolean mayIdentify(Staff reader, CaseView view) {
        boolean handles = reader.userId().equals(view.handler());
        if (view.kind() == CaseKind.REPORT) {
            return !view.confidential() && (handles || reader.in("supervisor"));
        }
        return handles || reader.in("centre") || reader.in(view.handlingUnit() + "-head");
    }
}
