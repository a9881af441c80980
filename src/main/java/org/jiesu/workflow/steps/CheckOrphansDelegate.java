package org.jiesu.workflow.steps;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jiesu.supervision.Orphans;
import org.jiesu.workflow.NightlyChecks;
import org.springframework.stereotype.Component;

/** 核对是否件件有着落, and again in the next night. */
@Component
class CheckOrphansDelegate implements JavaDelegate {

    private final Orphans orphans;
    private final NightlyChecks nights;

    CheckOrphansDelegate(Orphans orphans, NightlyChecks nights) {
        this.orphans = orphans;
        this.nights = nights;
    }

    @Override
    public void execute(DelegateExecution execution) {
        orphans.check((String) execution.getVariable("institution"));
        execution.setVariable("nextCheckAt", nights.next());
    }
}
