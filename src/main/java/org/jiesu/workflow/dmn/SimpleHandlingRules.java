package org.jiesu.workflow.dmn;

import java.util.HashMap;
import java.util.Map;
import org.jiesu.cases.CaseView;
import org.jiesu.jurisdiction.DecisionTables;
import org.springframework.stereotype.Component;

/** Which complaints may be handled the quick way, as rows of {@code simple-handling.dmn}. */
@Component
public class SimpleHandlingRules {

    private final DecisionTables tables;

    SimpleHandlingRules(DecisionTables tables) {
        this.tables = tables;
    }

    public boolean offered(CaseView view) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("institution", view.institution());
        facts.put("kind", view.kind().name());
        facts.put("complainants", Math.max(1, view.peopleAffected()));
        facts.put("amount", view.amount() == null ? null : view.amount().doubleValue());
        facts.put("urgent", view.facts().urgent());
        facts.put("clue", view.proposed().containsKey("clue"));
        facts.put("factors", !view.factors().isEmpty());
        return tables.one("simple-handling", facts)
                .map(row -> Boolean.TRUE.equals(row.get("offered")))
                .orElse(false);
    }
}
