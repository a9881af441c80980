package org.jiesu.workflow.engine;

import java.util.Date;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.DefaultHistoryRemovalTimeProvider;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

/**
 * What the engine remembers of a case has no date of removal, so that its nightly clean-up never takes it: it goes in
 * the transaction that destroys the record, no sooner and no later (ADR 0017). What belongs to no case goes by the time
 * to live of its model.
 */
@Component
class CaseHistory extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setHistoryRemovalTimeStrategy("end");
        engine.setHistoryRemovalTimeProvider(new OnlyWithoutCase());
    }

    private static final class OnlyWithoutCase extends DefaultHistoryRemovalTimeProvider {

        @Override
        public Date calculateRemovalTime(HistoricProcessInstanceEventEntity root, ProcessDefinition definition) {
            return root.getBusinessKey() == null ? super.calculateRemovalTime(root, definition) : null;
        }
    }
}
