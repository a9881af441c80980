package org.jiesu.workflow.report;

import java.util.Map;
import org.jiesu.cases.Reports;
import org.jiesu.cases.Reports.ExternalResult;
import org.jiesu.workflow.tasks.Completion;
import org.jiesu.workflow.tasks.FilledForm;
import org.springframework.stereotype.Component;

/** 调查取证；已在执法办案系统办结的，一次登记其案号、日期和结果. */
@Component
class InvestigateCaseCompletion implements Completion {

    private final Reports reports;
    private final ExternalResults results;

    InvestigateCaseCompletion(Reports reports, ExternalResults results) {
        this.reports = reports;
        this.results = results;
    }

    @Override
    public Map<String, Object> complete(FilledForm form) {
        boolean penaltyIntended = form.yes("penaltyIntended");
        if (!form.yes("externalCase")) {
            reports.investigated(form.caseNumber(), penaltyIntended);
            return Map.of("externalCase", false, "penaltyIntended", penaltyIntended);
        }
        ExternalResult result = results.of(form);
        reports.decidedExternally(form.caseNumber(), result);
        return Map.of("externalCase", true, "penaltyIntended", penaltyIntended, "decision", result.decision());
    }
}
