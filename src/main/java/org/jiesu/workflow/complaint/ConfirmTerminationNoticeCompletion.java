package org.jiesu.workflow.complaint;

import static java.util.Objects.requireNonNullElse;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jiesu.cases.Complaints;
import org.jiesu.cases.Steps;
import org.jiesu.notices.NoticeKind;
import org.jiesu.notices.Notices;
import org.jiesu.notices.Recipient;
import org.jiesu.workflow.tasks.Completion;
import org.jiesu.workflow.tasks.FilledForm;
import org.springframework.stereotype.Component;

/** 告知双方终止调解（令121第二十三条第二款）: the later of the two days counts; proof is never forced. */
@Component
class ConfirmTerminationNoticeCompletion implements Completion {

    private final Complaints complaints;
    private final Steps steps;
    private final Clock clock;
    private final Notices notices;

    ConfirmTerminationNoticeCompletion(Complaints complaints, Steps steps, Clock clock, Notices notices) {
        this.notices = notices;
        this.complaints = complaints;
        this.steps = steps;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> complete(FilledForm form) {
        LocalDate today = LocalDate.now(clock);
        LocalDate complainantTold = requireNonNullElse(form.date("complainantNoticeOn"), today);
        LocalDate respondentTold = requireNonNullElse(form.date("respondentNoticeOn"), today);
        LocalDate decidedOn = steps.inRound(form.caseNumber(), "Task_DecideTermination").stream()
                .map(step -> step.at().toLocalDate())
                .reduce(LocalDate.MIN, (earlier, later) -> later);
        form.past("complainantNoticeOn", today)
                .past("respondentNoticeOn", today)
                .must(!complainantTold.isBefore(decidedOn), "complainantNoticeOn", "告知日期不能早于作出终止调解决定之日")
                .must(!respondentTold.isBefore(decidedOn), "respondentNoticeOn", "告知日期不能早于作出终止调解决定之日")
                .checked();
        complaints.bothNotified(
                form.caseNumber(), complainantTold.isAfter(respondentTold) ? complainantTold : respondentTold);
        told(form, Recipient.CLAIMANT, "complainantNotice", complainantTold);
        told(form, Recipient.RESPONDENT, "respondentNotice", respondentTold);
        return Map.of();
    }

    private void told(FilledForm form, Recipient recipient, String side, LocalDate on) {
        notices.told(
                form.caseNumber(),
                NoticeKind.TERMINATION,
                recipient,
                form.text(side + "Way"),
                on,
                form.text(side + "Proof"));
    }
}
