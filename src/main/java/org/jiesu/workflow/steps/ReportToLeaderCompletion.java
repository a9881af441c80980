package org.jiesu.workflow.steps;

import java.util.Map;
import org.jiesu.cases.Cases;
import org.jiesu.workflow.tasks.Completion;
import org.jiesu.workflow.tasks.FilledForm;
import org.springframework.stereotype.Component;

/** 向领导报告（FC 三.4）: the leader has read it, or gives instructions. */
@Component
class ReportToLeaderCompletion implements Completion {

    private final Cases cases;

    ReportToLeaderCompletion(Cases cases) {
        this.cases = cases;
    }

    @Override
    public Map<String, Object> complete(FilledForm form) {
        boolean instructed = "INSTRUCTED".equals(form.text("acknowledgement"));
        form.require(instructed, "instructions", "批示的").checked();
        cases.readByLeader(form.caseNumber(), instructed);
        return Map.of();
    }
}
