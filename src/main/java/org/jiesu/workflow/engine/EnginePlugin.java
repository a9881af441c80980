package org.jiesu.workflow.engine;

import java.util.ArrayList;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Settings of the engine that have no property. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class EnginePlugin extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setCustomPostBPMNParseListeners(new ArrayList<>());
        engine.setCmmnEnabled(false);
        engine.setStandaloneTasksEnabled(false);
        engine.setEnableExceptionsAfterUnhandledBpmnError(true);
    }

    /** The engine looks for due timers and sorts tasks by their dates, and ships no index for either. */
    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        var database = new JdbcTemplate(
                ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getDataSource());
        database.execute("create index if not exists jiesu_job_duedate on act_ru_job (duedate_)");
        database.execute("create index if not exists jiesu_task_due_date on act_ru_task (due_date_)");
    }
}
