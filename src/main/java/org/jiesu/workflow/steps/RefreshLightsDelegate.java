package org.jiesu.workflow.steps;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jiesu.deadlines.Deadlines;
import org.jiesu.workflow.ClockFollower;
import org.jiesu.workflow.engine.EngineAccess;
import org.springframework.stereotype.Component;

/** 更新亮灯: a checkpoint was reached; the lights of the case's tasks move, and the next checkpoint is taken. */
@Component
class RefreshLightsDelegate implements JavaDelegate {

    private final ClockFollower follower;
    private final Deadlines deadlines;

    RefreshLightsDelegate(ClockFollower follower, Deadlines deadlines) {
        this.follower = follower;
        this.deadlines = deadlines;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = execution.getProcessBusinessKey();
        follower.follow(caseNumber);
        execution.setVariable(
                "nextCheckpointAt",
                EngineAccess.date(deadlines.timers(caseNumber).get("nextCheckpointAt")));
    }
}
