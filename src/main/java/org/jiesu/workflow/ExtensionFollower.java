package org.jiesu.workflow;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.jiesu.cases.Cases;
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
    private final CaseInstances instances;

    ExtensionFollower(
            ObjectProvider<RuntimeService> runtime, EngineAccess access, Cases cases, CaseInstances instances) {
        this.runtime = runtime;
        this.access = access;
        this.cases = cases;
        this.instances = instances;
    }

    @EventListener
    void on(ExtensionRequested requested) {
        instances.start(
                cases.view(requested.caseNumber()),
                Beside.EXTENSION,
                null,
                Map.of(
                        Beside.EXTENSION,
                        requested.extensionId(),
                        "extendedClock",
                        requested.clock(),
                        "approver",
                        requested.approver()));
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
