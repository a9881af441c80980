package org.jiesu.workflow;

import org.camunda.bpm.engine.RuntimeService;
import org.jiesu.cases.CaseView;
import org.jiesu.cases.Cases;
import org.jiesu.deadlines.Deadlines;
import org.jiesu.deadlines.ExtensionLapsed;
import org.jiesu.deadlines.ExtensionRequested;
import org.jiesu.workflow.engine.EngineAccess;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** One instance of {@code extension} for every request that waits for a decision, in the transaction of the request. */
@Component
class ExtensionFollower {

    private final ObjectProvider<RuntimeService> runtime;
    private final EngineAccess access;
    private final Cases cases;
    private final Deadlines deadlines;

    ExtensionFollower(ObjectProvider<RuntimeService> runtime, EngineAccess access, Cases cases, Deadlines deadlines) {
        this.runtime = runtime;
        this.access = access;
        this.cases = cases;
        this.deadlines = deadlines;
    }

    @EventListener
    void on(ExtensionRequested requested) {
        CaseView view = cases.view(requested.caseNumber());
        access.asSystem(() -> {
            runtime.getObject()
                    .createProcessInstanceByKey(Beside.EXTENSION)
                    .businessKey(view.caseNumber())
                    .processDefinitionWithoutTenantId()
                    .setVariables(StartVariables.of(view, deadlines.dates(view.caseNumber()).timers()))
                    .setVariable(Beside.EXTENSION, requested.extensionId())
                    .setVariable("extendedClock", requested.clock())
                    .setVariable("approver", requested.approver())
                    .execute();
        });
    }

    @EventListener
    void on(ExtensionLapsed lapsed) {
        access.asSystem(() -> runtime.getObject()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(lapsed.caseNumber())
                .processDefinitionKey(Beside.EXTENSION)
                .variableValueEquals(Beside.EXTENSION, lapsed.extensionId())
                .list()
                .forEach(instance -> runtime.getObject().deleteProcessInstance(instance.getId(), "期限已经结束")));
    }
}
