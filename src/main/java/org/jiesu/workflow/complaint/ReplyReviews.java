package org.jiesu.workflow.complaint;

import java.util.List;
import java.util.Set;
import org.jiesu.cases.Cases;
import org.jiesu.cases.Steps;
import org.springframework.stereotype.Component;

/** Who looks at a reply before it goes out: the unit's head, then for a channel's order the centre (FC 四.3(3)). */
@Component
class ReplyReviews {

    /** The complainant came to the bureau itself: no channel waits for an answer. */
    private static final Set<String> OWN_CHANNELS = Set.of("onsite", "letter", "12315-hotline");

    private final Cases cases;
    private final Steps steps;

    ReplyReviews(Cases cases, Steps steps) {
        this.cases = cases;
        this.steps = steps;
    }

    int needed(String caseNumber) {
        return OWN_CHANNELS.contains(cases.view(caseNumber).channel()) ? 1 : 2;
    }

    /** Whether the newest draft has all its approvals; the one at hand counts, as its form is kept already. */
    boolean complete(String caseNumber) {
        List<Steps.Step> done = steps.inRound(caseNumber);
        int draft = done.stream().map(Steps.Step::task).toList().lastIndexOf("Task_ReplyComplainant");
        long approved = done.stream()
                .skip(draft + 1L)
                .filter(step -> step.task().equals("Task_ReviewReply"))
                .count();
        return approved >= needed(caseNumber);
    }
}
