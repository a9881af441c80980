package org.jiesu.workflow.dmn;

import java.sql.Timestamp;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiesu.cases.CaseEvent;
import org.jiesu.cases.CaseView;
import org.jiesu.deadlines.ClockRule;
import org.jiesu.deadlines.ClockRules;
import org.jiesu.deadlines.ExtensionRule;
import org.jiesu.deadlines.Layer;
import org.jiesu.deadlines.Roll;
import org.jiesu.deadlines.TermUnit;
import org.jiesu.jurisdiction.DecisionTables;
import org.springframework.stereotype.Component;

/** Periods as rows of {@code clocks.dmn}. */
@Component
class DmnClockRules implements ClockRules {

    private final DecisionTables tables;

    DmnClockRules(DecisionTables tables) {
        this.tables = tables;
    }

    @Override
    public List<ClockRule> startingOn(CaseEvent event, CaseView view) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("event", event.name());
        facts.put("institution", view.institution());
        facts.put("procedure", view.kind().name());
        facts.put("channel", view.channel());
        facts.put("complexity", null);
        facts.put(
                "receivedOn", Timestamp.valueOf(view.receivedAt().toLocalDate().atStartOfDay()));
        facts.put("realName", view.realName());
        facts.put("matter", view.facts().matter());
        return tables.ask("clocks", facts).stream().map(DmnClockRules::rule).toList();
    }

    private static ClockRule rule(Map<String, Object> row) {
        return new ClockRule(
                (String) row.get("clock"),
                number(row, "amount"),
                TermUnit.valueOf((String) row.get("unit")),
                Roll.valueOf((String) row.get("roll")),
                codes(row, "endsOn").stream().map(CaseEvent::valueOf).collect(Collectors.toSet()),
                Layer.valueOf((String) row.get("layer")),
                (String) row.get("cutOff"),
                extension(row),
                codes(row, "pausable"),
                number(row, "remindBefore"),
                number(row, "taskEarlier"),
                (String) row.get("basis"));
    }

    private static ExtensionRule extension(Map<String, Object> row) {
        return new ExtensionRule(
                number(row, "maxExtension"),
                number(row, "extensions"),
                (String) row.get("approver"),
                yes(row, "furtherByCollective"),
                (String) row.get("notPast"),
                yes(row, "writtenReport"),
                yes(row, "tellClaimant"));
    }

    private static boolean yes(Map<String, Object> row, String output) {
        return Boolean.TRUE.equals(row.get(output));
    }

    private static int number(Map<String, Object> row, String output) {
        return row.get(output) instanceof Number number ? number.intValue() : 0;
    }

    private static Set<String> codes(Map<String, Object> row, String output) {
        String list = (String) row.get(output);
        return list == null
                ? Set.of()
                : Arrays.stream(list.split(",")).map(String::strip).collect(Collectors.toSet());
    }
}
