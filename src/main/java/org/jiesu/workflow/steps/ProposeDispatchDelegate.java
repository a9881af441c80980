package org.jiesu.workflow.steps;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jiesu.jurisdiction.Dispatching;
import org.springframework.stereotype.Component;

/** 提出分派建议: the unit by matter and town; dispatched at once where the row says that nobody need confirm it. */
@Component
class ProposeDispatchDelegate implements JavaDelegate {

    private final Dispatching dispatching;

    ProposeDispatchDelegate(Dispatching dispatching) {
        this.dispatching = dispatching;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Dispatching.Proposal proposal = dispatching.propose(execution.getProcessBusinessKey());
        execution.setVariable("handlingUnit", proposal.unit());
        execution.setVariable("dispatchAutomatic", proposal.automatic());
    }
}
