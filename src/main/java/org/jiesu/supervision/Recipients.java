package org.jiesu.supervision;

import java.util.List;
import java.util.stream.Stream;
import org.jiesu.access.Action;
import org.jiesu.cases.CaseAccess;
import org.jiesu.cases.CaseView;
import org.jiesu.cases.Handlers;
import org.jiesu.platform.Staff;
import org.jiesu.platform.StaffDirectory;
import org.springframework.stereotype.Component;

/** Who is told about a case: never anybody who may not see it. */
@Component
class Recipients {

    private final StaffDirectory directory;
    private final TaskHolders holders;
    private final CaseAccess access;

    Recipients(StaffDirectory directory, TaskHolders holders, CaseAccess access) {
        this.directory = directory;
        this.holders = holders;
        this.access = access;
    }

    /** Each person once, whatever roles they have. */
    List<String> of(CaseView view, String clock, List<String> roles) {
        return roles.stream()
                .flatMap(role -> people(view, clock, role))
                .filter(person -> access.may(Action.READ_CASE, person, view))
                .map(Staff::userId)
                .distinct()
                .toList();
    }

    /** The group that a role means for a case. */
    static String group(CaseView view, String role) {
        return role.equals("unit-head") ? Handlers.unitOf(view) + "-head" : role;
    }

    private Stream<Staff> people(CaseView view, String clock, String role) {
        return switch (role) {
            case "holder" ->
                holders.holders(view.caseNumber(), clock).stream().flatMap(userId -> directory.find(userId).stream());
            default -> directory.members(group(view, role)).stream();
        };
    }
}
