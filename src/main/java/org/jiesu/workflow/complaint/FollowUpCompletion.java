package org.jiesu.workflow.complaint;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jiesu.cases.Complaints;
import org.jiesu.cases.Steps;
import org.jiesu.workflow.tasks.Completion;
import org.jiesu.workflow.tasks.FilledForm;
import org.springframework.stereotype.Component;

/** 回访（令121第二十六条）: who stays dissatisfied gets the matter handled once more, then the centre decides. */
@Component
class FollowUpCompletion implements Completion {

    private static final String DISSATISFIED = "DISSATISFIED";
    private static final String NOT_REACHED = "NOT_REACHED";

    private final Complaints complaints;
    private final Steps steps;
    private final Clock clock;

    FollowUpCompletion(Complaints complaints, Steps steps, Clock clock) {
        this.complaints = complaints;
        this.steps = steps;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> complete(FilledForm form) {
        String satisfaction = form.text("satisfaction");
        LocalDate today = LocalDate.now(clock);
        form.must(
                        form.yes("contacted") != satisfaction.equals(NOT_REACHED),
                        "satisfaction",
                        form.yes("contacted") ? "已联系上的，“满意度”不能是“未联系上”" : "未联系上的，“满意度”须选“未联系上”")
                .require(satisfaction.equals(DISSATISFIED), "dissatisfiedReason", "不满意的")
                .past("contactedOn", today)
                .checked();
        complaints.followedUp(form.caseNumber(), satisfaction);
        return Map.of("followUpResult", result(satisfaction, steps.inRound(form.caseNumber(), "Task_FollowUp")));
    }

    /** @param calls this one is the last of them: a form is kept before it is acted upon */
    private static String result(String satisfaction, List<Steps.Step> calls) {
        return switch (satisfaction) {
            case DISSATISFIED ->
                calls.stream().filter(call -> said(call, DISSATISFIED)).count() > 1 ? "DECIDE" : "REWORK";
            case NOT_REACHED -> calledInVain(calls).enough() ? "DONE" : "AGAIN";
            default -> "DONE";
        };
    }

    /** The calls since somebody was last reached. */
    private static Attempts calledInVain(List<Steps.Step> calls) {
        List<LocalDate> dates = new ArrayList<>();
        for (int i = calls.size() - 1; i >= 0 && said(calls.get(i), NOT_REACHED); i--) {
            Steps.Step call = calls.get(i);
            dates.add(call.text("contactedOn")
                    .map(LocalDate::parse)
                    .orElse(call.at().toLocalDate()));
        }
        return Attempts.on(dates);
    }

    private static boolean said(Steps.Step step, String satisfaction) {
        return step.text("satisfaction").filter(satisfaction::equals).isPresent();
    }
}
