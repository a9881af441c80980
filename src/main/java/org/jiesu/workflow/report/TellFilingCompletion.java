package org.jiesu.workflow.report;

import java.time.LocalDate;
import java.util.Map;
import org.jiesu.cases.Reports;
import org.jiesu.notices.NoticeKind;
import org.jiesu.notices.Notices;
import org.jiesu.notices.Recipient;
import org.jiesu.workflow.tasks.Completion;
import org.jiesu.workflow.tasks.FilledForm;
import org.springframework.stereotype.Component;

/** 告知举报人立案（令20第三十一条）; the result is told later, by a task of its own. */
@Component
class TellFilingCompletion implements Completion {

    private final Reports reports;
    private final ActDay days;
    private final Notices notices;

    TellFilingCompletion(Reports reports, ActDay days, Notices notices) {
        this.reports = reports;
        this.days = days;
        this.notices = notices;
    }

    @Override
    public Map<String, Object> complete(FilledForm form) {
        LocalDate toldOn = days.of(form, "feedbackOn", "告知日期");
        form.checked();
        reports.filingTold(form.caseNumber(), toldOn);
        notices.filed(form.caseNumber());
        notices.told(
                form.caseNumber(),
                NoticeKind.FILING,
                Recipient.CLAIMANT,
                form.text("feedbackWay"),
                toldOn,
                form.text("feedbackProof"));
        return Map.of();
    }
}
