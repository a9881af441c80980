package org.jiesu.supervision;

import java.util.List;
import java.util.stream.Stream;
import org.jiesu.access.Action;
import org.jiesu.cases.CaseAccess;
import org.jiesu.cases.CaseView;
import org.jiesu.cases.Cases;
import org.jiesu.cases.DisclosureAsked;
import org.jiesu.cases.DisclosureDecided;
import org.jiesu.cases.Handlers;
import org.jiesu.platform.Staff;
import org.jiesu.platform.StaffDirectory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells those who may approve that somebody wants to know a confidential reporter, and then the one who asked. */
@Component
class DisclosureMessages {

    private final Cases cases;
    private final CaseAccess access;
    private final StaffDirectory directory;
    private final Messenger messenger;

    DisclosureMessages(Cases cases, CaseAccess access, StaffDirectory directory, Messenger messenger) {
        this.cases = cases;
        this.access = access;
        this.directory = directory;
        this.messenger = messenger;
    }

    @EventListener
    void on(DisclosureAsked asked) {
        CaseView view = cases.view(asked.caseNumber());
        Stream.of(Handlers.unitOf(view) + "-head", "supervisor")
                .flatMap(group -> directory.members(group).stream())
                .filter(person -> access.may(Action.APPROVE_IDENTITY, person, view))
                .map(Staff::userId)
                .filter(person -> !person.equals(asked.userId()))
                .distinct()
                .forEach(person -> tell(person, asked.caseNumber(), "有人申请查看保密举报人的身份，请在办件页审批"));
    }

    @EventListener
    void on(DisclosureDecided decided) {
        tell(decided.userId(), decided.caseNumber(), decided.approved() ? "查看举报人身份的申请已同意，30分钟内有效" : "查看举报人身份的申请未同意");
    }

    private void tell(String person, String caseNumber, String text) {
        messenger.send(person, "身份信息查看", List.of(new Messenger.Line(caseNumber, caseNumber + "：" + text)));
    }
}
