package org.jiesu.workflow.complaint;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jiesu.cases.Complaints;
import org.jiesu.cases.Steps;
import org.jiesu.notices.Notices;
import org.jiesu.workflow.tasks.Completion;
import org.jiesu.workflow.tasks.FilledForm;
import org.springframework.stereotype.Component;

/** 制作调解书（令121第二十四条）: signed by both sides and sealed, or the reason why none is needed. */
@Component
class IssueAgreementCompletion implements Completion {

    private final Complaints complaints;
    private final Steps steps;
    private final Clock clock;
    private final Notices notices;

    IssueAgreementCompletion(Complaints complaints, Steps steps, Clock clock, Notices notices) {
        this.notices = notices;
        this.complaints = complaints;
        this.steps = steps;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> complete(FilledForm form) {
        boolean made = form.yes("agreementMade");
        LocalDate today = LocalDate.now(clock);
        Optional<String> performance = ofSession(form.caseNumber(), "performanceWay");
        form.require(!made, "noAgreementReason", "不制作调解书的")
                .must(
                        !chose(form, "IMMEDIATE")
                                || performance.orElse(Performance.IMMEDIATE).equals(Performance.IMMEDIATE),
                        "noAgreementReason",
                        "调解协议不是即时履行，不能以此为由不制作调解书")
                .must(
                        !chose(form, "OFF_SITE") || !heldOnSite(form.caseNumber()),
                        "noAgreementReason",
                        "现场调解的，不能以非现场调解为由不制作调解书")
                .past("complainantSignedOn", today)
                .past("respondentSignedOn", today)
                .checked();
        BigDecimal recovered = ofSession(form.caseNumber(), "recoveredAmount")
                .map(BigDecimal::new)
                .orElse(BigDecimal.ZERO);
        complaints.agree(form.caseNumber(), recovered);
        if (made) {
            notices.agreementMade(form.caseNumber());
        }
        return Map.of("handleResult", "AGREED");
    }

    private static boolean chose(FilledForm form, String reason) {
        return !form.yes("agreementMade") && reason.equals(form.text("noAgreementReason"));
    }

    /** What was filled in when the agreement was reached. */
    private Optional<String> ofSession(String caseNumber, String key) {
        return steps.inRound(caseNumber, "Task_HoldMediation").stream()
                .reduce((earlier, later) -> later)
                .flatMap(step -> step.text(key));
    }

    /** The newest appointment counts, whether it was made with the consent or on its own. */
    private boolean heldOnSite(String caseNumber) {
        return steps.inRound(caseNumber).stream()
                .flatMap(step -> step.text("mediationMode").stream())
                .reduce((earlier, later) -> later)
                .filter("ON_SITE"::equals)
                .isPresent();
    }
}
