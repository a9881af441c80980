package org.jiesu.workflow.extension;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 制作延期审批表: the approver gets the handler's report in writing (制度四.3(4)). */
@Component
class IssueExtensionFormDelegate implements JavaDelegate {

    private final ExtensionForms forms;

    IssueExtensionFormDelegate(ExtensionForms forms) {
        this.forms = forms;
    }

    @Override
    public void execute(DelegateExecution execution) {
        forms.issue(forms.requested(execution));
    }
}
