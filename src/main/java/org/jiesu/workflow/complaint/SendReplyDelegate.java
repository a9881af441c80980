package org.jiesu.workflow.complaint;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jiesu.cases.Complaints;
import org.jiesu.jurisdiction.FollowUps;
import org.jiesu.notices.Notices;
import org.springframework.stereotype.Component;

/** 发出答复; then the table says whether the complainant is called (令121第二十六条). */
@Component
class SendReplyDelegate implements JavaDelegate {

    private final Notices notices;
    private final Complaints complaints;
    private final FollowUps followUps;

    SendReplyDelegate(Notices notices, Complaints complaints, FollowUps followUps) {
        this.notices = notices;
        this.complaints = complaints;
        this.followUps = followUps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = execution.getProcessBusinessKey();
        notices.replied(caseNumber);
        complaints.replySent(caseNumber);
        execution.setVariable("followUpRequired", followUps.required(caseNumber));
    }
}
