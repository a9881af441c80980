package org.jiesu.workflow.steps;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jiesu.supervision.Supervision;
import org.jiesu.workflow.tasks.Completion;
import org.jiesu.workflow.tasks.FilledForm;
import org.springframework.stereotype.Component;

/** 回复督办通知单: why the clock was missed, and what is done about it. */
@Component
class AnswerSupervisionCompletion implements Completion {

    private final Supervision supervision;
    private final Clock clock;

    AnswerSupervisionCompletion(Supervision supervision, Clock clock) {
        this.supervision = supervision;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> complete(FilledForm form) {
        LocalDate finishBy = form.date("finishBy");
        boolean past = finishBy != null && finishBy.isBefore(LocalDate.now(clock));
        form.must(!past, "finishBy", "“预计办结日期”不能早于今天").checked();
        supervision.answered(form.caseNumber(), (int) form.reference("clockRun"));
        return Map.of();
    }
}
