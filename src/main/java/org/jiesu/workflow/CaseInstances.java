package org.jiesu.workflow;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jiesu.cases.CaseView;
import org.jiesu.deadlines.Deadlines;
import org.jiesu.workflow.engine.EngineAccess;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The process instances of a case: its number is their business key. */
@Component
class CaseInstances {

    private final ObjectProvider<RuntimeService> runtime;
    private final EngineAccess access;
    private final Deadlines deadlines;

    CaseInstances(ObjectProvider<RuntimeService> runtime, EngineAccess access, Deadlines deadlines) {
        this.runtime = runtime;
        this.access = access;
        this.deadlines = deadlines;
    }

    /** Starts a process on a case with what every one reads and {@code more}; null for {@code entry} begins it at its start. */
    void start(CaseView view, String process, String entry, Map<String, Object> more) {
        access.asSystem(() -> {
            var instance = runtime.getObject()
                    .createProcessInstanceByKey(process)
                    .businessKey(view.caseNumber())
                    .processDefinitionWithoutTenantId()
                    .setVariables(StartVariables.of(
                            view, deadlines.dates(view.caseNumber()).timers()))
                    .setVariables(more);
            if (entry != null) {
                instance = instance.startBeforeActivity(entry);
            }
            instance.execute();
        });
    }

    void start(CaseView view, String process) {
        start(view, process, null, Map.of());
    }

    /** The running ones, those of called processes included. */
    List<ProcessInstance> of(String caseNumber) {
        return access.asSystem(() -> runtime.getObject()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .list());
    }

    List<ProcessInstance> of(String caseNumber, Set<String> processes) {
        return of(caseNumber).stream()
                .filter(instance ->
                        processes.contains(instance.getProcessDefinitionId().split(":")[0]))
                .toList();
    }
}
