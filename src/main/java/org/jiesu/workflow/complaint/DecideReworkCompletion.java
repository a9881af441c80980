package org.jiesu.workflow.complaint;

import java.util.Map;
import org.jiesu.cases.Complaints;
import org.jiesu.workflow.tasks.Completion;
import org.jiesu.workflow.tasks.FilledForm;
import org.springframework.stereotype.Component;

/** 认定不满意工单（FC 七.1）: handled once more, or recognised as done. */
@Component
class DecideReworkCompletion implements Completion {

    private final Complaints complaints;

    DecideReworkCompletion(Complaints complaints) {
        this.complaints = complaints;
    }

    @Override
    public Map<String, Object> complete(FilledForm form) {
        boolean rework = form.yes("rework");
        complaints.decideRework(form.caseNumber(), rework);
        return Map.of("rework", rework);
    }
}
