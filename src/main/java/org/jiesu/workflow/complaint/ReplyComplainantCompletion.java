package org.jiesu.workflow.complaint;

import java.util.Map;
import org.jiesu.workflow.tasks.Completion;
import org.jiesu.workflow.tasks.FilledForm;
import org.springframework.stereotype.Component;

/** 拟写答复: the draft is kept with the case; it goes out when it was approved. */
@Component
class ReplyComplainantCompletion implements Completion {

    private final ReplyReviews reviews;

    ReplyComplainantCompletion(ReplyReviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public Map<String, Object> complete(FilledForm form) {
        return Map.of("replyReviews", reviews.needed(form.caseNumber()));
    }
}
