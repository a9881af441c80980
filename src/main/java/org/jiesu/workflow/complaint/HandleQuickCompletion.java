package org.jiesu.workflow.complaint;

import static java.util.Objects.requireNonNullElse;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jiesu.cases.Cases;
import org.jiesu.cases.Complaints;
import org.jiesu.workflow.steps.TerminationGround;
import org.jiesu.workflow.tasks.Completion;
import org.jiesu.workflow.tasks.FilledForm;
import org.springframework.stereotype.Component;

/** 简易办理: asked, checked and mediated in one call; both sides have to want it (令121第十八条). */
@Component
class HandleQuickCompletion implements Completion {

    private final Cases cases;
    private final Complaints complaints;
    private final ClueQuestion clue;
    private final Performance performance;
    private final Clock clock;

    HandleQuickCompletion(Cases cases, Complaints complaints, ClueQuestion clue, Performance performance, Clock clock) {
        this.cases = cases;
        this.complaints = complaints;
        this.clue = clue;
        this.performance = performance;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> complete(FilledForm form) {
        LocalDate today = LocalDate.now(clock);
        String outcome = form.text("quickOutcome");
        boolean agreed = outcome.equals("AGREED");
        boolean bothConsent = form.yes("complainantConsents") && form.yes("respondentConsents");
        clue.check(form).past("contactedOn", today).must(!agreed || bothConsent, "quickOutcome", "双方都同意调解的，才能“达成调解”");
        performance.check(form, agreed, today).checked();
        clue.answer(form);
        return switch (outcome) {
            case "AGREED" -> agree(form);
            case "NOT_AGREED" ->
                terminate(
                        form,
                        bothConsent ? TerminationGround.NO_AGREEMENT : TerminationGround.REFUSED_OR_ABSENT,
                        "OTHER");
            case "WITHDRAWN" -> {
                complaints.withdrawInTask(form.caseNumber());
                yield terminate(form, TerminationGround.GIVEN_UP, "WITHDRAWN");
            }
            default -> Map.of("quickOutcome", outcome);
        };
    }

    private Map<String, Object> agree(FilledForm form) {
        complaints.agree(form.caseNumber(), requireNonNullElse(form.number("recoveredAmount"), BigDecimal.ZERO));
        performance.promise(form);
        return Map.of("quickOutcome", "AGREED", "handleResult", "AGREED");
    }

    private Map<String, Object> terminate(FilledForm form, TerminationGround proposed, String reason) {
        String ground = proposed.of(cases.view(form.caseNumber()));
        complaints.proposeTermination(form.caseNumber(), ground);
        return Map.of(
                "quickOutcome",
                form.text("quickOutcome"),
                "handleResult",
                "TERMINATE",
                "terminationGround",
                ground,
                "terminationReason",
                reason);
    }
}
