package org.jiesu.supervision;

import java.util.List;
import org.jiesu.cases.Cases;
import org.jiesu.cases.DisclosureAsked;
import org.jiesu.cases.DisclosureDecided;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells those who may approve that somebody wants to know a confidential reporter, and then the one who asked. */
@Component
class DisclosureMessages {

    private static final List<String> APPROVERS = List.of("unit-head", "supervisor");

    private final Cases cases;
    private final Recipients recipients;
    private final Messenger messenger;

    DisclosureMessages(Cases cases, Recipients recipients, Messenger messenger) {
        this.cases = cases;
        this.recipients = recipients;
        this.messenger = messenger;
    }

    @EventListener
    void on(DisclosureAsked asked) {
        recipients.of(cases.view(asked.caseNumber()), null, APPROVERS).stream()
                .filter(person -> !person.equals(asked.userId()))
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
