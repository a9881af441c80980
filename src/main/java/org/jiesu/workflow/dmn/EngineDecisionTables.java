package org.jiesu.workflow.dmn;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.jiesu.jurisdiction.DecisionTables;
import org.jiesu.workflow.engine.EngineAccess;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The decision tables as the engine evaluates them. Below history level full it keeps no input of a decision. */
@Component
class EngineDecisionTables implements DecisionTables {

    /** The same few questions are asked for every case and every morning; the engine reads all FEEL anew each time. */
    private static final int REMEMBERED = 10_000;

    /** What a citizen wrote comes once and is kept nowhere but in the record. */
    private static final String FREE_TEXT = "text";

    private final ObjectProvider<DecisionService> decisions;
    private final ObjectProvider<RepositoryService> repository;
    private final EngineAccess access;
    private final Map<Question, List<Map<String, Object>>> answers =
            Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Question, List<Map<String, Object>>> eldest) {
                    return size() > REMEMBERED;
                }
            });

    EngineDecisionTables(
            ObjectProvider<DecisionService> decisions,
            ObjectProvider<RepositoryService> repository,
            EngineAccess access) {
        this.decisions = decisions;
        this.repository = repository;
        this.access = access;
    }

    /** A table's answer depends on its version and on the facts alone. */
    private record Question(String definitionId, Map<String, Object> facts) {}

    @Override
    public List<Map<String, Object>> ask(String table, Map<String, Object> facts) {
        return access.asSystem(() -> {
            String inForce = repository
                    .getObject()
                    .createDecisionDefinitionQuery()
                    .decisionDefinitionKey(table)
                    .withoutTenantId()
                    .latestVersion()
                    .singleResult()
                    .getId();
            Question question = new Question(inForce, new HashMap<>(facts));
            if (facts.containsKey(FREE_TEXT)) {
                return evaluate(question);
            }
            List<Map<String, Object>> known = answers.get(question);
            if (known == null) {
                known = evaluate(question);
                answers.put(question, known);
            }
            return known;
        });
    }

    private List<Map<String, Object>> evaluate(Question question) {
        return decisions
                .getObject()
                .evaluateDecisionTableById(question.definitionId())
                .variables(question.facts())
                .evaluate()
                .getResultList()
                .stream()
                .map(Collections::unmodifiableMap)
                .toList();
    }
}
