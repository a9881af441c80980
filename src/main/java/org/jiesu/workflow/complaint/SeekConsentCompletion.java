package org.jiesu.workflow.complaint;

import static java.util.Objects.requireNonNullElse;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jiesu.cases.CaseView;
import org.jiesu.cases.Cases;
import org.jiesu.cases.Complaints;
import org.jiesu.cases.Steps;
import org.jiesu.workflow.steps.TerminationGround;
import org.jiesu.workflow.tasks.Completion;
import org.jiesu.workflow.tasks.FilledForm;
import org.springframework.stereotype.Component;

/** 征询调解意愿（令121第十八条）: nobody is mediated against their will, nor given up after one call. */
@Component
class SeekConsentCompletion implements Completion {

    private static final String UNREACHABLE = "UNREACHABLE";

    private final Cases cases;
    private final Complaints complaints;
    private final Steps steps;
    private final Appointment appointment;
    private final Clock clock;

    SeekConsentCompletion(Cases cases, Complaints complaints, Steps steps, Appointment appointment, Clock clock) {
        this.cases = cases;
        this.complaints = complaints;
        this.steps = steps;
        this.appointment = appointment;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> complete(FilledForm form) {
        CaseView view = cases.view(form.caseNumber());
        LocalDate today = LocalDate.now(clock);
        boolean both = form.yes("complainantConsents") && form.yes("respondentConsents");
        boolean scheduled = both && form.yes("scheduledNow");
        boolean toDelegate = answer(form, "delegatedMediationConsent", view.consentToDelegate());
        boolean toPublish = answer(form, "publicationConsent", view.consentToPublish());
        side(form, "complainantConsents", "complainantNoConsent", "COMPLAINANT");
        side(form, "respondentConsents", "respondentNoConsent", "RESPONDENT");
        if (scheduled) {
            appointment.check(form, view, toDelegate);
        }
        form.past("complainantAnsweredOn", today)
                .past("respondentAnsweredOn", today)
                .checked();
        complaints.consented(form.caseNumber(), both, toDelegate, toPublish);
        if (scheduled) {
            appointment.make(form);
        }
        return both ? Map.of("bothConsent", true, "scheduledNow", scheduled) : terminate(view);
    }

    private static boolean answer(FilledForm form, String key, boolean recorded) {
        return form.has(key) ? form.yes(key) : recorded;
    }

    private void side(FilledForm form, String consents, String noConsent, String party) {
        boolean unreachable = UNREACHABLE.equals(form.text(noConsent));
        form.require(!form.yes(consents), noConsent, "不同意调解的")
                .must(!form.yes(consents) || !form.has(noConsent), noConsent, "同意调解的，不填“未同意的情形”");
        if (unreachable) {
            Attempts logged = logged(form.caseNumber(), party);
            Attempts told = new Attempts(number(form, "attempts"), number(form, "attemptDays"));
            form.require(!logged.enough(), "attemptLog", "多次联系不上的")
                    .must(logged.plus(told).enough(), "attempts", "须在2天以上联系3次以上仍联系不上（已登记联系" + logged.times() + "次）");
        }
    }

    /** The contacts with this side that stand on the case already. */
    private Attempts logged(String caseNumber, String party) {
        return Attempts.on(steps.inRound(caseNumber, "Contact").stream()
                .filter(step -> step.text("party").filter(party::equals).isPresent())
                .flatMap(step -> step.text("at").stream())
                .map(at -> OffsetDateTime.parse(at)
                        .atZoneSameInstant(clock.getZone())
                        .toLocalDate())
                .toList());
    }

    private static int number(FilledForm form, String key) {
        return requireNonNullElse(form.number(key), BigDecimal.ZERO).intValue();
    }

    private Map<String, Object> terminate(CaseView view) {
        String ground = TerminationGround.REFUSED_OR_ABSENT.of(view);
        complaints.proposeTermination(view.caseNumber(), ground);
        return Map.of(
                "bothConsent", false, "scheduledNow", false, "handleResult", "TERMINATE", "terminationGround", ground);
    }
}
