package org.jiesu.workflow.report;

import java.util.Map;
import org.jiesu.cases.Reports;
import org.jiesu.workflow.tasks.Completion;
import org.jiesu.workflow.tasks.FilledForm;
import org.springframework.stereotype.Component;

/** 提出立案意见. */
@Component
class ProposeFilingCompletion implements Completion {

    private final Reports reports;

    ProposeFilingCompletion(Reports reports) {
        this.reports = reports;
    }

    @Override
    public Map<String, Object> complete(FilledForm form) {
        boolean file = form.yes("filingProposed");
        form.require(!file, "nonFilingGround", "建议不予立案的，")
                .must(!file || !form.has("nonFilingGround"), "nonFilingGround", "建议立案的，不填“不予立案理由”")
                .checked();
        reports.proposeFiling(form.caseNumber(), file);
        return Map.of();
    }
}
