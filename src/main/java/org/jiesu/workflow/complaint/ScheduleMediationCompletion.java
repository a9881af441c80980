package org.jiesu.workflow.complaint;

import java.util.Map;
import org.jiesu.cases.CaseView;
import org.jiesu.cases.Cases;
import org.jiesu.workflow.tasks.Completion;
import org.jiesu.workflow.tasks.FilledForm;
import org.springframework.stereotype.Component;

/** 安排调解（令121第十九条、第二十条）. */
@Component
class ScheduleMediationCompletion implements Completion {

    private final Cases cases;
    private final Appointment appointment;

    ScheduleMediationCompletion(Cases cases, Appointment appointment) {
        this.cases = cases;
        this.appointment = appointment;
    }

    @Override
    public Map<String, Object> complete(FilledForm form) {
        CaseView view = cases.view(form.caseNumber());
        appointment.check(form, view, view.consentToDelegate()).checked();
        appointment.make(form);
        return Map.of();
    }
}
