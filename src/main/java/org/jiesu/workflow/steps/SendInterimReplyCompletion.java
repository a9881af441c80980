package org.jiesu.workflow.steps;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jiesu.cases.Cases;
import org.jiesu.deadlines.Deadlines;
import org.jiesu.workflow.tasks.Completion;
import org.jiesu.workflow.tasks.FilledForm;
import org.springframework.stereotype.Component;

/** 阶段性答复（FC 四.3(4)）: what was done, what comes next, and by when; the promise gets a clock. */
@Component
class SendInterimReplyCompletion implements Completion {

    private final Cases cases;
    private final Deadlines deadlines;
    private final Clock clock;

    SendInterimReplyCompletion(Cases cases, Deadlines deadlines, Clock clock) {
        this.cases = cases;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> complete(FilledForm form) {
        LocalDate promisedOn = form.date("promisedOn");
        form.must(!promisedOn.isBefore(LocalDate.now(clock)), "promisedOn", "“承诺答复日期”不能早于今天")
                .checked();
        cases.replyInterim(form.caseNumber(), promisedOn);
        deadlines.agree(form.caseNumber(), promisedOn, "阶段性答复承诺的日期");
        return Map.of();
    }
}
