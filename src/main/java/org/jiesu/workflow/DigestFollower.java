package org.jiesu.workflow;

import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.jiesu.supervision.Reminders;
import org.jiesu.supervision.RemindersQueued;
import org.jiesu.workflow.engine.EngineAccess;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** Starts the one {@code reminder-digest} that waits for a time, however many cases reach their checkpoint at once. */
@Component
class DigestFollower {

    private final ObjectProvider<ProcessEngineConfigurationImpl> engine;
    private final EngineAccess access;
    private final Reminders reminders;

    DigestFollower(ObjectProvider<ProcessEngineConfigurationImpl> engine, EngineAccess access, Reminders reminders) {
        this.engine = engine;
        this.access = access;
        this.reminders = reminders;
    }

    /** In a transaction of its own: the first to claim the time wins, and nobody else's checkpoint fails by it. */
    @EventListener
    void on(RemindersQueued queued) {
        if (reminders.planned(queued.institution(), queued.digestAt())) {
            return;
        }
        try {
            access.asSystem(
                    () -> engine.getObject().getCommandExecutorTxRequiresNew().execute(context -> {
                        reminders.plan(queued.institution(), queued.digestAt());
                        return engine.getObject()
                                .getRuntimeService()
                                .createProcessInstanceByKey("reminder-digest")
                                .processDefinitionWithoutTenantId()
                                .setVariable("institution", queued.institution())
                                .setVariable("digestAt", EngineAccess.date(queued.digestAt()))
                                .execute();
                    }));
        } catch (DataIntegrityViolationException plannedByAnother) {
            // Its digest reads what is queued here.
        }
    }
}
