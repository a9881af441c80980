package org.jiesu.workflow.complaint;

import java.util.Map;
import org.jiesu.cases.Complaints;
import org.jiesu.workflow.tasks.Completion;
import org.jiesu.workflow.tasks.FilledForm;
import org.springframework.stereotype.Component;

/** 审核答复（FC 四.3(3)）: the last approval meets the promise to handle in time. */
@Component
class ReviewReplyCompletion implements Completion {

    private final Complaints complaints;
    private final ReplyReviews reviews;

    ReviewReplyCompletion(Complaints complaints, ReplyReviews reviews) {
        this.complaints = complaints;
        this.reviews = reviews;
    }

    @Override
    public Map<String, Object> complete(FilledForm form) {
        boolean approved = form.yes("replyApproved");
        form.require(!approved, "opinion", "不同意的").checked();
        if (approved && reviews.complete(form.caseNumber())) {
            complaints.approveReply(form.caseNumber());
        }
        return Map.of("replyApproved", approved);
    }
}
