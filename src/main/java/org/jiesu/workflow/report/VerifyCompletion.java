package org.jiesu.workflow.report;

import java.time.LocalDate;
import java.util.Map;
import org.jiesu.cases.Cases;
import org.jiesu.cases.Reports;
import org.jiesu.workflow.tasks.Completion;
import org.jiesu.workflow.tasks.FilledForm;
import org.springframework.stereotype.Component;

/** 核查（令121第三十五条）. */
@Component
class VerifyCompletion implements Completion {

    private final Reports reports;
    private final Cases cases;
    private final ActDay days;

    VerifyCompletion(Reports reports, Cases cases, ActDay days) {
        this.reports = reports;
        this.cases = cases;
        this.days = days;
    }

    @Override
    public Map<String, Object> complete(FilledForm form) {
        LocalDate verifiedOn = days.of(form, "verifiedOn", "核查日期");
        LocalDate receivedOn = cases.view(form.caseNumber()).receivedAt().toLocalDate();
        form.must(!verifiedOn.isBefore(receivedOn), "verifiedOn", "“核查日期”不能早于收到举报或者发现线索之日")
                .checked();
        reports.verified(form.caseNumber(), verifiedOn);
        return Map.of();
    }
}
