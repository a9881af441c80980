package org.jiesu.workflow.dmn;

import java.util.Map;
import org.jiesu.archive.RetentionRules;
import org.jiesu.cases.CaseKind;
import org.jiesu.jurisdiction.DecisionTables;
import org.springframework.stereotype.Component;

/** How long cases are kept, as rows of {@code retention.dmn}. A period below the floor of its row counts as the floor. */
@Component
class DmnRetentionRules implements RetentionRules {

    private final DecisionTables tables;

    DmnRetentionRules(DecisionTables tables) {
        this.tables = tables;
    }

    @Override
    public Period period(String institution, CaseKind kind) {
        Map<String, Object> row = tables.one("retention", Map.of("institution", institution, "kind", kind.name()))
                .orElseThrow(() -> new IllegalStateException("retention.dmn has no catch-all row"));
        return new Period(Math.max(number(row, "years"), number(row, "atLeast")), (String) row.get("basis"));
    }

    private static int number(Map<String, Object> row, String output) {
        return ((Number) row.get(output)).intValue();
    }
}
