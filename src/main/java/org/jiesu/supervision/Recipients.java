package org.jiesu.supervision;

import java.util.List;
import java.util.stream.Stream;
import org.jiesu.cases.CaseAccess;
import org.jiesu.cases.CaseView;
import org.jiesu.platform.Staff;
import org.jiesu.platform.StaffDirectory;
import org.springframework.stereotype.Component;

/** Who is told about a case: never anybody who may not see it. */
@Component
class Recipients {

    private final StaffDirectory directory;
    private final TaskHolders holders;

    Recipients(StaffDirectory directory, TaskHolders holders) {
        this.directory = directory;
        this.holders = holders;
    }

    /** Each person once, whatever roles they have. */
    List<String> of(CaseView view, String clock, List<String> roles) {
        return roles.stream()
                .flatMap(role -> people(view, clock, role))
                .filter(person -> CaseAccess.mayRead(person, view))
                .map(Staff::userId)
                .distinct()
                .toList();
    }

    /** Before a unit is named, the centre holds the case. */
    static String group(CaseView view, String role) {
        if (!role.equals("unit-head")) {
            return role;
        }
        return view.handlingUnit() == null ? "centre-head" : view.handlingUnit() + "-head";
    }

    private Stream<Staff> people(CaseView view, String clock, String role) {
        return switch (role) {
            case "holder" ->
                holders.holders(view.caseNumber(), clock).stream().flatMap(userId -> directory.find(userId).stream());
            default -> directory.members(group(view, role)).stream();
        };
    }
}
