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

/** The ladder of supervision as rows of {@code supervision.dmn}; whom a clock binds is a row of {@code clock-duty.dmn}. */
@Component
class DmnSupervisionRules implements SupervisionRules {

    /** Stands in {@code tell} for whom the clock binds. */
    private static final String BOUND = "bound";

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
                .map(row -> rung(row, institution, clock.clock()))
                .toList();
    }

    private Rung rung(Map<String, Object> row, String institution, String clock) {
        List<String> tell = row.get("tell") instanceof String roles
                ? Arrays.stream(roles.split(",")).map(String::strip).toList()
                : List.of();
        String bound = tell.contains(BOUND) ? boundBy(institution, clock) : null;
        return new Rung(
                Measure.valueOf((String) row.get("measure")),
                tell.stream().map(role -> role.equals(BOUND) ? bound : role).toList(),
                row.get("answerWithin") instanceof Number days ? days.intValue() : 0,
                bound,
                (String) row.get("answerBasis"));
    }

    private String boundBy(String institution, String clock) {
        return (String) tables.ask("clock-duty", Map.of("institution", institution, "clock", clock))
                .get(0)
                .get("boundBy");
    }
}
