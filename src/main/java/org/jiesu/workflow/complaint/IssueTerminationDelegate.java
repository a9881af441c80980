package org.jiesu.workflow.complaint;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jiesu.notices.Notices;
import org.springframework.stereotype.Component;

/** 制发终止调解决定书（令121第二十三条）. */
@Component
class IssueTerminationDelegate implements JavaDelegate {

    private final Notices notices;

    IssueTerminationDelegate(Notices notices) {
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notices.terminated(execution.getProcessBusinessKey());
    }
}
