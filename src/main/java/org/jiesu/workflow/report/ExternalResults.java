package org.jiesu.workflow.report;

import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jiesu.cases.Reports.ExternalResult;
import org.jiesu.workflow.tasks.FilledForm;
import org.springframework.stereotype.Component;

/** Reads what was decided in the bureau's enforcement system: nothing is typed twice, but the days must fit. */
@Component
class ExternalResults {

    private final EarlierSteps earlier;
    private final ActDay days;

    ExternalResults(EarlierSteps earlier, ActDay days) {
        this.earlier = earlier;
        this.days = days;
    }

    ExternalResult of(FilledForm form) {
        String when = "已在执法办案系统办结的，";
        String decision = form.text("decision");
        form.require(true, "externalCaseNumber", when)
                .require(true, "decision", when)
                .require(true, "decidedOn", when)
                .require(decision != null && decision.startsWith("TRANSFER_"), "transferredTo", "移送的，")
                .checked();
        LocalDate filedOn = earlier.filedOn(form.caseNumber()).orElse(null);
        LocalDate noticeServedOn = form.date("noticeServedOn");
        LocalDate decidedOn = form.date("decidedOn");
        LocalDate servedOn = form.date("servedOn");
        days.of(form, "servedOn", "送达日期");
        days.of(form, "decidedOn", "决定日期");
        form.must(
                        inOrder(filedOn, form.date("reviewedOn"), noticeServedOn, decidedOn, servedOn),
                        "decidedOn",
                        "立案、审核、处罚告知、决定、送达的日期应当依次先后")
                .checked();
        return new ExternalResult(form.text("externalCaseNumber"), decision, noticeServedOn, decidedOn, servedOn);
    }

    private static boolean inOrder(LocalDate... dates) {
        List<LocalDate> known = Stream.of(dates).filter(Objects::nonNull).toList();
        Iterator<LocalDate> later = known.stream().skip(1).iterator();
        return known.stream().limit(Math.max(0, known.size() - 1)).noneMatch(date -> date.isAfter(later.next()));
    }
}
