package org.jiesu.workflow.report;

import java.util.Map;
import org.jiesu.cases.Cases;
import org.jiesu.cases.Reports;
import org.jiesu.workflow.dmn.ReporterNoticeRules;
import org.jiesu.workflow.tasks.Completion;
import org.jiesu.workflow.tasks.FilledForm;
import org.springframework.stereotype.Component;

/** 审批是否立案，由承办人以外的负责人决定. */
@Component
class ApproveFilingCompletion implements Completion {

    private final Reports reports;
    private final Independence independence;
    private final EarlierSteps earlier;
    private final Cases cases;
    private final ReporterNoticeRules notices;

    ApproveFilingCompletion(
            Reports reports,
            Independence independence,
            EarlierSteps earlier,
            Cases cases,
            ReporterNoticeRules notices) {
        this.reports = reports;
        this.independence = independence;
        this.earlier = earlier;
        this.cases = cases;
        this.notices = notices;
    }

    @Override
    public Map<String, Object> complete(FilledForm form) {
        String caseNumber = form.caseNumber();
        independence.requireNotHandler(form);
        boolean filed = form.yes("filed");
        String ground = form.has("nonFilingGround") ? form.text("nonFilingGround") : earlier.proposedGround(caseNumber);
        form.require(earlier.proposedOtherwise(caseNumber, filed), "opinion", "与承办人的立案意见不一致的，")
                .must(filed || ground != null, "nonFilingGround", "不予立案的，须填写“不予立案理由”")
                .checked();
        if (filed) {
            reports.file(caseNumber);
            return Map.of("filed", true, "tellFiling", notices.mustTellFiling(cases.view(caseNumber)));
        }
        reports.declineToFile(caseNumber, ground);
        return Map.of("filed", false, "decision", "NOT_FILED");
    }
}
