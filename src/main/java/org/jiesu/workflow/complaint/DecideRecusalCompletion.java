package org.jiesu.workflow.complaint;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jiesu.cases.Complaints;
import org.jiesu.deadlines.Pauses;
import org.jiesu.workflow.tasks.Completion;
import org.jiesu.workflow.tasks.FilledForm;
import org.springframework.stereotype.Component;

/** 决定回避（令121第二十一条）; clocks whose row lets them pause meanwhile run again. */
@Component
class DecideRecusalCompletion implements Completion {

    private final Complaints complaints;
    private final Pauses pauses;
    private final Clock clock;

    DecideRecusalCompletion(Complaints complaints, Pauses pauses, Clock clock) {
        this.complaints = complaints;
        this.pauses = pauses;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> complete(FilledForm form) {
        boolean recused = form.yes("recused");
        form.require(recused, "newMediators", "决定回避的").checked();
        pauses.resumeAll(form.caseNumber(), LocalDate.now(clock), "RECUSAL");
        complaints.decideRecusal(form.caseNumber(), recused);
        return Map.of("recused", recused);
    }
}
