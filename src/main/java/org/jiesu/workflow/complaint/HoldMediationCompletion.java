package org.jiesu.workflow.complaint;

import static java.util.Objects.requireNonNullElse;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jiesu.cases.Cases;
import org.jiesu.cases.Complaints;
import org.jiesu.deadlines.Pauses;
import org.jiesu.workflow.steps.TerminationGround;
import org.jiesu.workflow.tasks.Completion;
import org.jiesu.workflow.tasks.FilledForm;
import org.springframework.stereotype.Component;

/** 组织调解（令121第二十一条至第二十四条）: an agreement stands only when it is issued. */
@Component
class HoldMediationCompletion implements Completion {

    private final Cases cases;
    private final Complaints complaints;
    private final Pauses pauses;
    private final ClueQuestion clue;
    private final Performance performance;
    private final Clock clock;

    HoldMediationCompletion(
            Cases cases,
            Complaints complaints,
            Pauses pauses,
            ClueQuestion clue,
            Performance performance,
            Clock clock) {
        this.cases = cases;
        this.complaints = complaints;
        this.pauses = pauses;
        this.clue = clue;
        this.performance = performance;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> complete(FilledForm form) {
        LocalDate today = LocalDate.now(clock);
        String outcome = form.text("mediationOutcome");
        boolean recusal = outcome.equals("RECUSAL_ASKED");
        boolean appraisal = outcome.equals("APPRAISAL_NEEDED");
        clue.check(form)
                .past("heldOn", today)
                .require(outcome.equals("ABSENT"), "absentParty", "当事人未到场的")
                .require(appraisal, "appraisalSubject", "需要鉴定、检测的")
                .past("pausedFrom", today)
                .require(recusal, "recusalAskedBy", "申请回避的")
                .require(recusal, "recusalMediator", "申请回避的");
        LocalDate heldOn = requireNonNullElse(form.date("heldOn"), today);
        performance.check(form, outcome.equals("AGREED"), heldOn).checked();
        complaints.mediated(form.caseNumber(), outcome);
        clue.answer(form);
        if (appraisal) {
            LocalDate from = requireNonNullElse(form.date("pausedFrom"), today);
            pauses.pauseAll(form.caseNumber(), from, "APPRAISAL");
        }
        if (recusal) {
            pauses.pauseAll(form.caseNumber(), today, "RECUSAL");
        }
        return switch (outcome) {
            case "AGREED" -> {
                performance.promise(form);
                yield Map.of("mediationOutcome", outcome);
            }
            case "NOT_AGREED" -> terminate(form, TerminationGround.NO_AGREEMENT);
            case "ABSENT" ->
                excused(form)
                        ? Map.of("mediationOutcome", "ANOTHER_SESSION")
                        : terminate(form, TerminationGround.REFUSED_OR_ABSENT);
            default -> Map.of("mediationOutcome", outcome);
        };
    }

    private static boolean excused(FilledForm form) {
        return form.has("absenceUnjustified") && !form.yes("absenceUnjustified");
    }

    private Map<String, Object> terminate(FilledForm form, TerminationGround proposed) {
        String ground = proposed.of(cases.view(form.caseNumber()));
        complaints.proposeTermination(form.caseNumber(), ground);
        return Map.of(
                "mediationOutcome",
                form.text("mediationOutcome"),
                "handleResult",
                "TERMINATE",
                "terminationGround",
                ground);
    }
}
