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

/** 告知举报人处理结果（令121第三十六条、本局投诉举报管理制度第四条第4项）. */
@Component
class FeedBackReporterCompletion implements Completion {

    private final Reports reports;
    private final ActDay days;
    private final Notices notices;

    FeedBackReporterCompletion(Reports reports, ActDay days, Notices notices) {
        this.notices = notices;
        this.reports = reports;
        this.days = days;
    }

    @Override
    public Map<String, Object> complete(FilledForm form) {
        LocalDate toldOn = days.of(form, "feedbackOn", "告知日期");
        form.checked();
        reports.reporterTold(form.caseNumber(), toldOn);
        notices.reporterTold(form.caseNumber());
        notices.told(
                form.caseNumber(),
                NoticeKind.REPORT_RESULT,
                Recipient.CLAIMANT,
                form.text("feedbackWay"),
                toldOn,
                form.text("feedbackProof"));
        return Map.of();
    }
}
