package org.jiesu.workflow.complaint;

import java.util.Map;
import org.jiesu.cases.Cases;
import org.jiesu.cases.Complaints;
import org.jiesu.workflow.steps.TerminationGround;
import org.jiesu.workflow.tasks.Completion;
import org.jiesu.workflow.tasks.FilledForm;
import org.springframework.stereotype.Component;

/** 法定调解期限届满处置（令121第二十三条第一款第(五)项）: to go on needs a written reason to the leader. */
@Component
class ReviewStatutoryLimitCompletion implements Completion {

    private final Cases cases;
    private final Complaints complaints;

    ReviewStatutoryLimitCompletion(Cases cases, Complaints complaints) {
        this.cases = cases;
        this.complaints = complaints;
    }

    @Override
    public Map<String, Object> complete(FilledForm form) {
        boolean terminate = form.yes("terminateNow");
        form.require(!terminate, "reason", "继续调解的").checked();
        if (!terminate) {
            complaints.continueOverdue(form.caseNumber());
            return Map.of("terminateNow", false);
        }
        String ground = TerminationGround.LIMIT_REACHED.of(cases.view(form.caseNumber()));
        complaints.proposeTermination(form.caseNumber(), ground);
        return Map.of("terminateNow", true, "terminationGround", ground);
    }
}
