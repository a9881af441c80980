package org.jiesu.workflow.report;

import java.time.LocalDate;
import java.util.Map;
import org.jiesu.cases.Reports;
import org.jiesu.workflow.tasks.Completion;
import org.jiesu.workflow.tasks.FilledForm;
import org.springframework.stereotype.Component;

/** 行政处罚告知（行政处罚法第四十四条、第六十四条）. */
@Component
class ServePenaltyNoticeCompletion implements Completion {

    private final Reports reports;
    private final ActDay days;

    ServePenaltyNoticeCompletion(Reports reports, ActDay days) {
        this.reports = reports;
        this.days = days;
    }

    @Override
    public Map<String, Object> complete(FilledForm form) {
        LocalDate servedOn = days.of(form, "servedOn", "送达日期");
        form.checked();
        reports.penaltyNoticeServed(form.caseNumber(), servedOn);
        return Map.of();
    }
}
