package org.jiesu.workflow.complaint;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jiesu.notices.Notices;
import org.springframework.stereotype.Component;

/** 告知受理（令121第十五条）. */
@Component
class NotifyAcceptanceDelegate implements JavaDelegate {

    private final Notices notices;

    NotifyAcceptanceDelegate(Notices notices) {
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notices.accepted(execution.getProcessBusinessKey());
    }
}
