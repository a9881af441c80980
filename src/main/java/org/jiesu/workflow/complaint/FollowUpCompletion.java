package org.jiesu.workflow.complaint;

import static java.util.Objects.requireNonNullElseGet;

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
        List<Steps.Step> before = steps.inRound(form.caseNumber(), "Task_FollowUp");
        complaints.followedUp(form.caseNumber(), satisfaction);
        LocalDate calledOn = requireNonNullElseGet(form.date("contactedOn"), () -> today);
        return Map.of("followUpResult", result(satisfaction, calledOn, before));
    }

    private static String result(String satisfaction, LocalDate calledOn, List<Steps.Step> before) {
        return switch (satisfaction) {
            case DISSATISFIED -> before.stream().anyMatch(step -> said(step, DISSATISFIED)) ? "DECIDE" : "REWORK";
            case NOT_REACHED -> calledInVain(calledOn, before).enough() ? "DONE" : "AGAIN";
            default -> "DONE";
        };
    }

    /** The calls since somebody was last reached, this one included. */
    private static Attempts calledInVain(LocalDate calledOn, List<Steps.Step> before) {
        List<LocalDate> dates = new ArrayList<>(List.of(calledOn));
        for (int i = before.size() - 1; i >= 0 && said(before.get(i), NOT_REACHED); i--) {
            Steps.Step step = before.get(i);
            dates.add(step.text("contactedOn")
                    .map(LocalDate::parse)
                    .orElse(step.at().toLocalDate()));
        }
        return Attempts.on(dates);
    }

    private static boolean said(Steps.Step step, String satisfaction) {
        return step.text("satisfaction").filter(satisfaction::equals).isPresent();
    }
}
