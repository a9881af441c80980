package org.jiesu.archive;

import java.util.Arrays;
import java.util.List;
import org.jiesu.access.Action;
import org.jiesu.access.Reach;
import org.jiesu.access.Role;
import org.jiesu.platform.CurrentStaff;
import org.jiesu.platform.Staff;
import org.jiesu.platform.StaffDirectory;
import org.jiesu.supervision.Messenger;
import org.springframework.stereotype.Component;

/** Tells those who may approve a disposal list that one waits for them. */
@Component
class DisposalMessages {

    private final StaffDirectory directory;
    private final CurrentStaff staff;
    private final Messenger messenger;

    DisposalMessages(StaffDirectory directory, CurrentStaff staff, Messenger messenger) {
        this.directory = directory;
        this.staff = staff;
        this.messenger = messenger;
    }

    /** Each of the institution once, but not whoever made the list. */
    void waits(String listNumber, int cases) {
        var line = new Messenger.Line(null, "%s：共 %d 件，请在流程监控的“档案与处置”页审批".formatted(listNumber, cases));
        Arrays.stream(Role.values())
                .filter(DisposalMessages::mayApprove)
                .flatMap(role -> role.group().stream())
                .flatMap(group -> directory.members(group).stream())
                .filter(person -> Role.of(person).stream().anyMatch(DisposalMessages::mayApprove))
                .filter(person -> staff.get().institution().equals(person.institution()))
                .map(Staff::userId)
                .filter(person -> !person.equals(staff.id()))
                .distinct()
                .forEach(person -> messenger.send(person, "销毁清单待审批", List.of(line)));
    }

    private static boolean mayApprove(Role role) {
        return Action.APPROVE_DISPOSAL.reach(role) != Reach.NONE;
    }
}
