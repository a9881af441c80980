package org.jiesu.workflow.dmn;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jiesu.deadlines.ClockWatch.Watched;
import org.jiesu.jurisdiction.DecisionTables;
import org.jiesu.supervision.Measure;
import org.jiesu.supervision.SupervisionRules;
import org.springframework.stereotype.Component;

/** The ladder of supervision as rows of {@code supervision.dmn}. */
@Component
class DmnSupervisionRules implements SupervisionRules {

    private final DecisionTables tables;

    DmnSupervisionRules(DecisionTables tables) {
        this.tables = tables;
    }

    @Override
    public List<Rung> rungs(String institution, Watched clock, int level) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("institution", institution);
        facts.put("clock", clock.clock());
        facts.put("layer", clock.layer().name());
        facts.put("daysLeft", clock.daysLeft());
        facts.put("minutesLeft", clock.minutesLeft());
        facts.put("level", level);
        return tables.ask("supervision", facts).stream()
                .map(DmnSupervisionRules::rung)
                .toList();
    }

    private static Rung rung(Map<String, Object> row) {
        String tell = (String) row.get("tell");
        return new Rung(
                Measure.valueOf((String) row.get("measure")),
                tell == null
                        ? List.of()
                        : Arrays.stream(tell.split(",")).map(String::strip).toList(),
                row.get("answerWithin") instanceof Number days ? days.intValue() : 0,
                (String) row.get("answeredBy"));
    }
}
