package org.jiesu.workflow.complaint;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jiesu.notices.Notices;
import org.springframework.stereotype.Component;

/** 告知不予受理及其理由和其他救济途径（令121第十五条）. */
@Component
class NotifyDeclineDelegate implements JavaDelegate {

    private final Notices notices;

    NotifyDeclineDelegate(Notices notices) {
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notices.declined(execution.getProcessBusinessKey());
    }
}
