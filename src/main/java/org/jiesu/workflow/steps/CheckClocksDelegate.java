package org.jiesu.workflow.steps;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jiesu.workflow.ClockCheck;
import org.jiesu.workflow.ClockCheckStart;
import org.springframework.stereotype.Component;

/** 核对期限: the next open cases are compared with the ledger; after the last ones the next night is waited for. */
@Component
class CheckClocksDelegate implements JavaDelegate {

    private final ClockCheck check;
    private final ClockCheckStart nights;

    CheckClocksDelegate(ClockCheck check, ClockCheckStart nights) {
        this.check = check;
        this.nights = nights;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Optional<String> last = check.checkAfter((String) execution.getVariable("checkedUpTo"));
        last.ifPresent(number -> execution.setVariable("checkedUpTo", number));
        execution.setVariable("checkFinished", last.isEmpty());
        if (last.isEmpty()) {
            nights.checkNextNight();
        }
    }
}
