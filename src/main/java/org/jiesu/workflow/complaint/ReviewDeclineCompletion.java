package org.jiesu.workflow.complaint;

import java.util.Map;
import org.jiesu.cases.Complaints;
import org.jiesu.workflow.tasks.Completion;
import org.jiesu.workflow.tasks.FilledForm;
import org.springframework.stereotype.Component;

/** 审核不予受理（令121第十六条、第十七条）: only the approval makes the proposal a decision. */
@Component
class ReviewDeclineCompletion implements Completion {

    private final Complaints complaints;

    ReviewDeclineCompletion(Complaints complaints) {
        this.complaints = complaints;
    }

    @Override
    public Map<String, Object> complete(FilledForm form) {
        boolean approved = form.yes("declineApproved");
        form.require(!approved, "opinion", "不同意的").checked();
        if (approved) {
            complaints.decline(form.caseNumber());
        } else {
            complaints.refuseDecline(form.caseNumber());
        }
        return Map.of("declineApproved", approved);
    }
}
