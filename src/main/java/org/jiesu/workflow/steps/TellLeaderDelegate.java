package org.jiesu.workflow.steps;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jiesu.supervision.Instructions;
import org.springframework.stereotype.Component;

/** 反馈批示领导: the date is met, and the leader hears of it. */
@Component
class TellLeaderDelegate implements JavaDelegate {

    private final Instructions instructions;

    TellLeaderDelegate(Instructions instructions) {
        this.instructions = instructions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        instructions.carriedOut(execution.getProcessBusinessKey(), (Integer) execution.getVariable("clockRun"), (String)
                execution.getVariable("instructedBy"));
    }
}
