package org.jiesu.workflow.extension;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jiesu.deadlines.ExtensionView;
import org.jiesu.documents.IssuedPaper;
import org.jiesu.notices.Notices;
import org.springframework.stereotype.Component;

/** 告知延期审批结果: the form with the decision on it, and everyone concerned told. */
@Component
class NotifyExtensionDecisionDelegate implements JavaDelegate {

    private final ExtensionForms forms;
    private final Notices notices;

    NotifyExtensionDecisionDelegate(ExtensionForms forms, Notices notices) {
        this.forms = forms;
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ExtensionView decided = forms.requested(execution);
        IssuedPaper form = forms.issue(decided);
        boolean tellClaimant = decided.approved() && decided.rule().tellClaimant();
        notices.extensionDecided(decided.caseNumber(), decided.approved(), tellClaimant, form);
        execution.setVariable("tellClaimant", tellClaimant);
    }
}
