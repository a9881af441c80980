package org.jiesu.workflow.complaint;

import java.util.Map;
import org.jiesu.cases.Complaints;
import org.jiesu.workflow.tasks.Completion;
import org.jiesu.workflow.tasks.FilledForm;
import org.springframework.stereotype.Component;

/** 决定回避（令121第二十一条）. */
@Component
class DecideRecusalCompletion implements Completion {

    private final Complaints complaints;

    DecideRecusalCompletion(Complaints complaints) {
        this.complaints = complaints;
    }

    @Override
    public Map<String, Object> complete(FilledForm form) {
        boolean recused = form.yes("recused");
        form.require(recused, "newMediators", "决定回避的").checked();
        complaints.decideRecusal(form.caseNumber(), recused);
        return Map.of("recused", recused);
    }
}
