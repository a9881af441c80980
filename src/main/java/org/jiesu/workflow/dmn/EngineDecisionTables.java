package org.jiesu.workflow.dmn;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.jiesu.jurisdiction.DecisionTables;
import org.jiesu.workflow.engine.EngineAccess;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The decision tables as the engine evaluates them. Below history level full it keeps no input of a decision. */
@Component
class EngineDecisionTables implements DecisionTables {

    private final ObjectProvider<DecisionService> decisions;
    private final EngineAccess access;

    EngineDecisionTables(ObjectProvider<DecisionService> decisions, EngineAccess access) {
        this.decisions = decisions;
        this.access = access;
    }

    @Override
    public List<Map<String, Object>> ask(String table, Map<String, Object> facts) {
        return access.asSystem(() -> decisions
                .getObject()
                .evaluateDecisionTableByKey(table)
                .decisionDefinitionWithoutTenantId()
                .variables(facts)
                .evaluate()
                .getResultList());
    }
}
