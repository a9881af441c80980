package org.jiesu.workflow.steps;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jiesu.supervision.Supervision;
import org.jiesu.workflow.ClockFollower;
import org.springframework.stereotype.Component;

/** 督办并更新亮灯: a checkpoint was reached; the table says what is done, the lights move, the next checkpoint is taken. */
@Component
class RefreshLightsDelegate implements JavaDelegate {

    private final Supervision supervision;
    private final ClockFollower follower;

    RefreshLightsDelegate(Supervision supervision, ClockFollower follower) {
        this.supervision = supervision;
        this.follower = follower;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = execution.getProcessBusinessKey();
        supervision.check(caseNumber);
        follower.follow(caseNumber);
    }
}
