package org.jiesu.workflow.dmn;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jiesu.cases.CaseView;
import org.jiesu.jurisdiction.DecisionTables;
import org.jiesu.workflow.tasks.ResponsibilityRules;
import org.springframework.stereotype.Component;

/** Who does a task, as rows of {@code responsibility.dmn}. */
@Component
class DmnResponsibility implements ResponsibilityRules {

    private final DecisionTables tables;

    DmnResponsibility(DecisionTables tables) {
        this.tables = tables;
    }

    @Override
    public List<String> roles(CaseView view, String task, int pass) {
        Map<String, Object> facts = Map.of(
                "institution",
                view.institution(),
                "task",
                task,
                "pass",
                pass,
                "factors",
                !view.factors().isEmpty());
        return tables.one("responsibility", facts)
                .map(row -> Arrays.stream(((String) row.get("role")).split(","))
                        .map(String::strip)
                        .toList())
                .orElseThrow(() -> new IllegalStateException(
                        "responsibility.dmn has no row for " + task + " of " + view.institution()));
    }
}
