package org.jiesu.workflow.steps;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jiesu.cases.Cases;
import org.jiesu.workflow.tasks.Completion;
import org.jiesu.workflow.tasks.FilledForm;
import org.springframework.stereotype.Component;

/** 答复咨询（FC 三.2）. */
@Component
class AnswerConsultationCompletion implements Completion {

    private final Cases cases;
    private final Clock clock;

    AnswerConsultationCompletion(Cases cases, Clock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> complete(FilledForm form) {
        form.past("answeredOn", LocalDate.now(clock)).checked();
        cases.answer(form.caseNumber());
        return Map.of();
    }
}
