package org.jiesu.workflow.complaint;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jiesu.cases.Complaints;
import org.jiesu.workflow.tasks.Completion;
import org.jiesu.workflow.tasks.FilledForm;
import org.springframework.stereotype.Component;

/** 不满意工单处理（FC 七.1）. */
@Component
class ReworkDissatisfiedCompletion implements Completion {

    private final Complaints complaints;
    private final Clock clock;

    ReworkDissatisfiedCompletion(Complaints complaints, Clock clock) {
        this.complaints = complaints;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> complete(FilledForm form) {
        form.past("contactedOn", LocalDate.now(clock)).checked();
        complaints.reworked(form.caseNumber());
        return Map.of();
    }
}
