package org.jiesu.workflow.complaint;

import static java.util.Objects.requireNonNullElse;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jiesu.cases.Cases;
import org.jiesu.cases.Complaints;
import org.jiesu.deadlines.Pauses;
import org.jiesu.workflow.steps.TerminationGround;
import org.jiesu.workflow.tasks.Completion;
import org.jiesu.workflow.tasks.FilledForm;
import org.springframework.stereotype.Component;

/** 登记鉴定、检测结果（令121第二十二条）: the clocks run again from the day the result came. */
@Component
class RecordAppraisalCompletion implements Completion {

    private final Cases cases;
    private final Complaints complaints;
    private final Pauses pauses;
    private final Clock clock;

    RecordAppraisalCompletion(Cases cases, Complaints complaints, Pauses pauses, Clock clock) {
        this.cases = cases;
        this.complaints = complaints;
        this.pauses = pauses;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> complete(FilledForm form) {
        LocalDate today = LocalDate.now(clock);
        boolean appraised = form.yes("appraised");
        form.past("receivedOn", today).checked();
        pauses.resumeAll(form.caseNumber(), requireNonNullElse(form.date("receivedOn"), today), "APPRAISAL");
        complaints.appraised(form.caseNumber(), appraised);
        if (appraised) {
            return Map.of();
        }
        String ground = TerminationGround.APPRAISAL_COSTS.of(cases.view(form.caseNumber()));
        complaints.proposeTermination(form.caseNumber(), ground);
        return Map.of("terminationGround", ground);
    }
}
