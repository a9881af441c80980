package org.jiesu.workflow.steps;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jiesu.cases.Cases;
import org.jiesu.workflow.tasks.Completion;
import org.jiesu.workflow.tasks.FilledForm;
import org.springframework.stereotype.Component;

/** 协办反馈（令121第四十一条）: the lead handler reads it with the case. */
@Component
class AssistUnitCompletion implements Completion {

    private final Cases cases;
    private final Clock clock;

    AssistUnitCompletion(Cases cases, Clock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> complete(FilledForm form) {
        form.past("assistedOn", LocalDate.now(clock)).checked();
        cases.assisted(form.caseNumber());
        return Map.of();
    }
}
