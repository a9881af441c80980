package org.jiesu.workflow.complaint;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiesu.cases.CaseView;
import org.jiesu.cases.Cases;
import org.jiesu.cases.Complaints;
import org.jiesu.cases.Outcome;
import org.jiesu.deadlines.ClockState;
import org.jiesu.deadlines.Deadlines;
import org.jiesu.workflow.steps.TerminationGround;
import org.jiesu.workflow.tasks.Completion;
import org.jiesu.workflow.tasks.FilledForm;
import org.springframework.stereotype.Component;

/** 决定终止调解（令121第二十三条第一款）: a person signs, on a ground of the law of the day received. */
@Component
class DecideTerminationCompletion implements Completion {

    private final Cases cases;
    private final Complaints complaints;
    private final Deadlines deadlines;

    DecideTerminationCompletion(Cases cases, Complaints complaints, Deadlines deadlines) {
        this.cases = cases;
        this.complaints = complaints;
        this.deadlines = deadlines;
    }

    @Override
    public Map<String, Object> complete(FilledForm form) {
        CaseView view = cases.view(form.caseNumber());
        Optional<Outcome> givenUp = complaints.givenUp(form.caseNumber());
        String ground = form.has("terminationGround") ? form.text("terminationGround") : proposed(view, givenUp);
        boolean forGivingUp = ground.equals(TerminationGround.GIVEN_UP.of(view));
        form.must(TerminationGround.fits(ground, view), "terminationGround", "“终止调解理由”须是收到投诉之日施行的规定")
                .must(!forGivingUp || givenUp.isPresent(), "terminationGround", "没有登记撤回投诉或者自行和解，不能以此理由终止调解")
                .must(
                        !ground.equals(TerminationGround.LIMIT_REACHED.of(view)) || limitReached(form.caseNumber()),
                        "terminationGround",
                        "调解期限尚未届满，不能以此理由终止调解")
                .must(!form.yes("toPolice") || ground.equals("ART23_6"), "toPolice", "移送公安机关的，“终止调解理由”须是第（六）项")
                .checked();
        complaints.terminate(form.caseNumber(), ground);
        if (form.yes("toPolice")) {
            complaints.handToPolice(form.caseNumber());
        }
        String reason = forGivingUp ? givenUp.orElseThrow().name() : "OTHER";
        return Map.of("terminationGround", ground, "terminationReason", reason);
    }

    /** Whatever else leads here has left a ground on the record; without one a limit has passed. */
    private static String proposed(CaseView view, Optional<Outcome> givenUp) {
        if (givenUp.isPresent()) {
            return TerminationGround.GIVEN_UP.of(view);
        }
        return Optional.ofNullable(view.terminationGround()).orElseGet(() -> TerminationGround.LIMIT_REACHED.of(view));
    }

    /** The statute's limit, or the institution's own cut-off before it. */
    private boolean limitReached(String caseNumber) {
        return deadlines.clocks(caseNumber).stream()
                .filter(clock -> List.of("mediation", "statutoryMediation").contains(clock.clock()))
                .anyMatch(clock -> clock.state() == ClockState.MISSED);
    }
}
