package org.jiesu.workflow.steps;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.OptionalInt;
import org.jiesu.supervision.Inspections;
import org.jiesu.supervision.Inspections.Checklist;
import org.jiesu.workflow.tasks.Completion;
import org.jiesu.workflow.tasks.FilledForm;
import org.springframework.stereotype.Component;

/** 检查办件（FC 七.1）: procedure, periods, fairness. */
@Component
class InspectCaseCompletion implements Completion {

    private final Inspections inspections;
    private final Clock clock;

    InspectCaseCompletion(Inspections inspections, Clock clock) {
        this.inspections = inspections;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> complete(FilledForm form) {
        Checklist list = new Checklist(
                form.yes("procedureProper"),
                form.yes("periodsKept"),
                form.yes("fair"),
                form.text("finding"),
                form.date("rectifyBy"));
        boolean late = list.rectifyBy() != null && list.rectifyBy().isBefore(LocalDate.now(clock));
        form.require(!list.proper(), "finding", "发现问题的")
                .require(!list.proper(), "rectifyBy", "发现问题的")
                .must(!late, "rectifyBy", "“整改期限”不能早于今天")
                .checked();
        OptionalInt run = inspections.checked(form.caseNumber(), list);
        return run.isEmpty() ? Map.of("findingMade", false) : Map.of("findingMade", true, "clockRun", run.getAsInt());
    }
}
