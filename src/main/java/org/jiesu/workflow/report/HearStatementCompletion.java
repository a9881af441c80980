package org.jiesu.workflow.report;

import java.time.LocalDate;
import java.util.Map;
import org.jiesu.cases.Reports;
import org.jiesu.workflow.tasks.Completion;
import org.jiesu.workflow.tasks.FilledForm;
import org.springframework.stereotype.Component;

/** 听取陈述申辩（行政处罚法第四十五条、第六十四条）. */
@Component
class HearStatementCompletion implements Completion {

    private final Reports reports;
    private final PenaltyNotice notice;
    private final ActDay days;

    HearStatementCompletion(Reports reports, PenaltyNotice notice, ActDay days) {
        this.reports = reports;
        this.notice = notice;
        this.days = days;
    }

    @Override
    public Map<String, Object> complete(FilledForm form) {
        boolean made = form.yes("statementMade");
        boolean hearingRequested = form.yes("hearingRequested");
        LocalDate statementOn = days.of(form, "statementOn", "提出日期");
        form.require(made, "statement", "已陈述、申辩的，")
                .require(made, "statementReview", "已陈述、申辩的，")
                .checked();
        if (hearingRequested) {
            notice.requireHearingRight(form.caseNumber(), statementOn);
        }
        String answer = made ? "当事人已陈述、申辩，已复核" : "当事人放弃陈述、申辩";
        reports.statementAnswered(form.caseNumber(), answer + (hearingRequested ? "；要求听证" : "；不要求听证"));
        return Map.of("hearingRequested", hearingRequested);
    }
}
