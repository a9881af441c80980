package org.jiesu.workflow.report;

import java.time.LocalDate;
import java.util.Map;
import org.jiesu.cases.Reports;
import org.jiesu.deadlines.Calendars;
import org.jiesu.workflow.tasks.Completion;
import org.jiesu.workflow.tasks.FilledForm;
import org.springframework.stereotype.Component;

/** 举行听证（行政处罚法第六十三条、第六十四条）. */
@Component
class HoldHearingCompletion implements Completion {

    private final Reports reports;
    private final EarlierSteps earlier;
    private final Calendars calendars;
    private final ActDay days;

    HoldHearingCompletion(Reports reports, EarlierSteps earlier, Calendars calendars, ActDay days) {
        this.reports = reports;
        this.earlier = earlier;
        this.calendars = calendars;
        this.days = days;
    }

    @Override
    public Map<String, Object> complete(FilledForm form) {
        LocalDate heldOn = days.of(form, "heldOn", "听证日期");
        LocalDate toldOn = form.has("hearingToldOn") ? form.date("hearingToldOn") : LocalDate.MIN;
        boolean involved = earlier.investigators(form.caseNumber()).contains(form.text("chair"));
        form.must(
                        !toldOn.isAfter(calendars.current().subtractWorkingDays(heldOn, 7)),
                        "hearingToldOn",
                        "应当在举行听证的七个工作日前通知当事人")
                .must(!involved, "chair", "听证应当由非本案调查人员主持")
                .checked();
        reports.hearingHeld(form.caseNumber(), heldOn);
        return Map.of();
    }
}
