package org.jiesu.workflow.report;

import java.time.LocalDate;
import java.util.Map;
import org.jiesu.cases.Reports;
import org.jiesu.workflow.tasks.Completion;
import org.jiesu.workflow.tasks.FilledForm;
import org.springframework.stereotype.Component;

/** 送达决定书（行政处罚法第六十一条）. */
@Component
class ServeDecisionCompletion implements Completion {

    private final Reports reports;
    private final EarlierSteps earlier;
    private final ActDay days;

    ServeDecisionCompletion(Reports reports, EarlierSteps earlier, ActDay days) {
        this.reports = reports;
        this.earlier = earlier;
        this.days = days;
    }

    @Override
    public Map<String, Object> complete(FilledForm form) {
        LocalDate servedOn = days.of(form, "servedOn", "送达日期");
        boolean after =
                earlier.decidedOn(form.caseNumber()).filter(servedOn::isBefore).isEmpty();
        form.must(after, "servedOn", "“送达日期”不能早于决定日期").checked();
        reports.decisionServed(form.caseNumber(), servedOn);
        return Map.of();
    }
}
