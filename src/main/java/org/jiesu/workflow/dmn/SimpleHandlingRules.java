package org.jiesu.workflow.dmn;

import java.util.HashMap;
import java.util.Map;
import org.jiesu.cases.CaseView;
import org.jiesu.cases.Cases;
import org.jiesu.cases.LinkRelation;
import org.jiesu.jurisdiction.DecisionTables;
import org.springframework.stereotype.Component;

/** Which complaints may be handled the quick way, as rows of {@code simple-handling.dmn}. */
@Component
public class SimpleHandlingRules {

    private final DecisionTables tables;
    private final Cases cases;

    SimpleHandlingRules(DecisionTables tables, Cases cases) {
        this.tables = tables;
        this.cases = cases;
    }

    public boolean offered(CaseView view) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("institution", view.institution());
        facts.put("kind", view.kind().name());
        facts.put("complainants", Math.max(1, view.peopleAffected()));
        facts.put("amount", view.highestAmount());
        facts.put("urgent", view.facts().urgent());
        facts.put("clue", clueFound(view.caseNumber()));
        facts.put("factors", !view.factors().isEmpty());
        return tables.one("simple-handling", facts)
                .map(row -> Boolean.TRUE.equals(row.get("offered")))
                .orElse(false);
    }

    /** A clue that was found, not one that the wording suggests: the quick way asks for it again. */
    private boolean clueFound(String caseNumber) {
        return cases.links(caseNumber).stream().anyMatch(link -> link.relation() == LinkRelation.CLUE_FOUND);
    }
}
