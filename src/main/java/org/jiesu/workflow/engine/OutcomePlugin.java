package org.jiesu.workflow.engine;

import java.util.ArrayList;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.jiesu.cases.Cases;
import org.jiesu.cases.Outcome;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** An end event that carries the extension property {@code outcome} closes the record with it. */
@Component
class OutcomePlugin extends AbstractProcessEnginePlugin {

    private static final String OUTCOME = "outcome";

    private final ObjectProvider<Cases> cases;

    OutcomePlugin(ObjectProvider<Cases> cases) {
        this.cases = cases;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        if (engine.getCustomPostBPMNParseListeners() == null) {
            engine.setCustomPostBPMNParseListeners(new ArrayList<>());
        }
        engine.getCustomPostBPMNParseListeners().add(new AbstractBpmnParseListener() {
            @Override
            public void parseEndEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
                activity.addBuiltInListener(
                        ExecutionListener.EVENTNAME_START, (ExecutionListener) OutcomePlugin.this::close);
            }
        });
    }

    private void close(DelegateExecution execution) {
        EndEvent end = (EndEvent) execution.getBpmnModelElementInstance();
        ModelProperties.of(end, OUTCOME).ifPresent(outcome -> cases.getObject()
                .close(execution.getProcessBusinessKey(), Outcome.valueOf(outcome)));
    }
}
