package org.jiesu.workflow.report;

import java.util.Map;
import org.jiesu.cases.Reports;
import org.jiesu.workflow.tasks.Completion;
import org.jiesu.workflow.tasks.FilledForm;
import org.springframework.stereotype.Component;

/** 案件审核，由未参与办案的人员进行（行政处罚法第五十八条）. */
@Component
class ReviewCaseCompletion implements Completion {

    private final Reports reports;
    private final Independence independence;

    ReviewCaseCompletion(Reports reports, Independence independence) {
        this.reports = reports;
        this.independence = independence;
    }

    @Override
    public Map<String, Object> complete(FilledForm form) {
        independence.requireUninvolved(form);
        boolean passed = form.yes("reviewPassed");
        form.require(!passed, "opinion", "审核不通过的，").checked();
        reports.reviewed(form.caseNumber(), passed);
        return Map.of("reviewPassed", passed);
    }
}
