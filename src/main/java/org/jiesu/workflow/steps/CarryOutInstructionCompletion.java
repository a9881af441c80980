package org.jiesu.workflow.steps;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jiesu.cases.Cases;
import org.jiesu.workflow.tasks.Completion;
import org.jiesu.workflow.tasks.FilledForm;
import org.springframework.stereotype.Component;

/** 落实批示: what was done on a leader's written instruction. */
@Component
class CarryOutInstructionCompletion implements Completion {

    private final Cases cases;
    private final Clock clock;

    CarryOutInstructionCompletion(Cases cases, Clock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> complete(FilledForm form) {
        form.past("carriedOutOn", LocalDate.now(clock)).checked();
        cases.instructionCarriedOut(form.caseNumber());
        return Map.of();
    }
}
