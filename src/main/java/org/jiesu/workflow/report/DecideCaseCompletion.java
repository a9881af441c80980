package org.jiesu.workflow.report;

import java.time.LocalDate;
import java.util.Map;
import org.jiesu.cases.Reports;
import org.jiesu.workflow.tasks.Completion;
import org.jiesu.workflow.tasks.FilledForm;
import org.springframework.stereotype.Component;

/** 作出处理决定（行政处罚法第五十七条）. */
@Component
class DecideCaseCompletion implements Completion {

    private final Reports reports;
    private final PenaltyNotice notice;
    private final ActDay days;

    DecideCaseCompletion(Reports reports, PenaltyNotice notice, ActDay days) {
        this.reports = reports;
        this.notice = notice;
        this.days = days;
    }

    @Override
    public Map<String, Object> complete(FilledForm form) {
        String decision = form.text("decision");
        LocalDate decidedOn = days.of(form, "decidedOn", "决定日期");
        boolean transferred = decision.startsWith("TRANSFER_");
        boolean discussed = form.yes("discussedCollectively");
        form.require(transferred, "transferredTo", "移送的，")
                .require(discussed, "discussedOn", "集体讨论的，")
                .require(discussed, "discussionRecord", "集体讨论的，")
                .checked();
        if (decision.equals("PENALTY")) {
            notice.requireHeard(form.caseNumber(), decidedOn);
        }
        reports.decide(form.caseNumber(), decision, decidedOn);
        return Map.of("decision", decision, "servable", Reports.toServe(decision));
    }
}
