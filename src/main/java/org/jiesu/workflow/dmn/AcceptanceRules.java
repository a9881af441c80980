package org.jiesu.workflow.dmn;

import java.util.Map;
import org.jiesu.jurisdiction.DecisionTables;
import org.springframework.stereotype.Component;

/** Who decides on acceptance, as rows of {@code acceptance.dmn}. */
@Component
public class AcceptanceRules {

    private final DecisionTables tables;

    AcceptanceRules(DecisionTables tables) {
        this.tables = tables;
    }

    /** CENTRE before anything is dispatched, or UNIT once one has signed in; the centre where no row says. */
    public String acceptedBy(String institution) {
        return tables.one("acceptance", Map.of("institution", institution))
                .map(row -> (String) row.get("acceptedBy"))
                .orElse("CENTRE");
    }
}
