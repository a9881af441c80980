package org.jiesu.workflow.steps;

import java.util.Map;
import org.jiesu.supervision.Inspections;
import org.jiesu.workflow.tasks.Completion;
import org.jiesu.workflow.tasks.FilledForm;
import org.springframework.stereotype.Component;

/** 整改（FC 七.1）: the unit puts right what the supervision group found. */
@Component
class RectifyFindingCompletion implements Completion {

    private final Inspections inspections;

    RectifyFindingCompletion(Inspections inspections) {
        this.inspections = inspections;
    }

    @Override
    public Map<String, Object> complete(FilledForm form) {
        inspections.rectified(form.caseNumber());
        return Map.of();
    }
}
