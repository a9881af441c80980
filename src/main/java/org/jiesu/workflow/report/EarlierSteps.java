package org.jiesu.workflow.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jiesu.cases.Steps;
import org.jiesu.cases.Steps.Step;
import org.springframework.stereotype.Component;

/** What later steps of a report have to know of the earlier ones; all of it stands in the filled forms. */
@Component
class EarlierSteps {

    private final Steps steps;

    EarlierSteps(Steps steps) {
        this.steps = steps;
    }

    /** The last time this task was finished in the current round. */
    Optional<Step> last(String caseNumber, String task) {
        return steps.inRound(caseNumber, task).stream().reduce((earlier, later) -> later);
    }

    /** The officers named as investigators, as they were written down. */
    List<String> investigators(String caseNumber) {
        return last(caseNumber, "Task_InvestigateCase").stream()
                .flatMap(step -> Stream.of("officer1", "officer2").flatMap(key -> step.shown(key).stream()))
                .toList();
    }

    boolean proposedOtherwise(String caseNumber, boolean filed) {
        return last(caseNumber, "Task_ProposeFiling")
                .flatMap(step -> step.value("filingProposed"))
                .filter(proposed -> !proposed.equals(filed))
                .isPresent();
    }

    /** The ground that the handler proposed for not filing; null where filing was proposed. */
    String proposedGround(String caseNumber) {
        return (String) last(caseNumber, "Task_ProposeFiling")
                .flatMap(step -> step.value("nonFilingGround"))
                .orElse(null);
    }

    Optional<LocalDate> filedOn(String caseNumber) {
        return last(caseNumber, "Task_ApproveFiling").map(step -> step.at().toLocalDate());
    }

    Optional<LocalDate> decidedOn(String caseNumber) {
        return last(caseNumber, "Task_DecideCase").map(step -> step.value("decidedOn")
                .map(day -> LocalDate.parse((String) day))
                .orElse(step.at().toLocalDate()));
    }

    /** Fined and confiscated together, in yuan; zero without a penalty. */
    BigDecimal fine(String caseNumber) {
        return decision(caseNumber)
                .map(step -> Stream.of("fineAmount", "confiscatedAmount")
                        .flatMap(key -> step.value(key).stream())
                        .map(amount -> new BigDecimal(amount.toString()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .orElse(BigDecimal.ZERO);
    }

    /** The codes of the kinds of penalty, separated by commas; empty without a penalty. */
    String penaltyKinds(String caseNumber) {
        return decision(caseNumber)
                .flatMap(step -> step.value("penaltyKinds"))
                .map(kinds -> String.join(
                        ",", ((List<?>) kinds).stream().map(String::valueOf).toList()))
                .orElse("");
    }

    /** Where the decision stands: with the act itself, or in the form of a case kept in another system. */
    private Optional<Step> decision(String caseNumber) {
        return last(caseNumber, "Task_DecideCase").or(() -> last(caseNumber, "Task_InvestigateCase"));
    }
}
