package org.jiesu.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.jiesu.deadlines.TermUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("保存期限表（制度六(1)：不少于二年）和流程历史的保存时间")
class RetentionRowsTest {

    private static final int FLOOR = 2;
    private static final int DAYS_OF_A_YEAR = 365;
    /** They belong to no case, and are cleaned up by their own time. */
    private static final Set<String> WITHOUT_CASE = Set.of("clock-check", "orphan-check", "reminder-digest");

    private static final Pattern TIME_TO_LIVE = Pattern.compile("historyTimeToLive=\"([^\"]+)\"");

    private static DecisionTable table(String name) {
        return Dmn.readModelFromFile(Path.of("decisions", name).toFile())
                .getModelElementsByType(DecisionTable.class)
                .iterator()
                .next();
    }

    private static List<Rule> rows() {
        return List.copyOf(table("retention.dmn").getRules());
    }

    private static String cell(DecisionTable table, Rule rule, String column) {
        List<String> columns = table.getOutputs().stream().map(Output::getName).toList();
        return List.copyOf(rule.getOutputEntries())
                .get(columns.indexOf(column))
                .getText()
                .getTextContent();
    }

    private static int number(Rule rule, String column) {
        return Integer.parseInt(cell(table("retention.dmn"), rule, column));
    }

    @Test
    @DisplayName("每一行都不短于下限，下限不短于二年")
    void noRowIsBelowTheFloor() {
        assertThat(rows()).isNotEmpty().allSatisfy(rule -> {
            assertThat(number(rule, "atLeast")).as(rule.getId()).isGreaterThanOrEqualTo(FLOOR);
            assertThat(number(rule, "years")).as(rule.getId()).isGreaterThanOrEqualTo(number(rule, "atLeast"));
        });
    }

    @ParameterizedTest
    @MethodSource("processes")
    @DisplayName("流程历史：不长于保存期限最短的一行，不短于各项期限连同延长首尾相接的最长办件")
    void historyLivesNoLongerThanTheRecordAndNoShorterThanTheLongestCase(Path model) throws IOException {
        int shortestRetention =
                rows().stream().mapToInt(rule -> number(rule, "years")).min().orElseThrow() * DAYS_OF_A_YEAR;
        Matcher found = TIME_TO_LIVE.matcher(Files.readString(model));
        assertThat(found.find()).as("%s has a time to live", model).isTrue();
        int days = Period.parse(found.group(1)).getDays();
        assertThat(days).isLessThanOrEqualTo(shortestRetention);
        if (!WITHOUT_CASE.contains(model.getFileName().toString().replace(".bpmn", ""))) {
            assertThat(days).isGreaterThanOrEqualTo(longestCase());
        }
    }

    static List<Path> processes() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("processes"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn"))
                    .sorted()
                    .toList();
        }
    }

    /** Every clock once, the longest of its rows with every extension, one after the other. */
    private static int longestCase() {
        DecisionTable clocks = table("clocks.dmn");
        Map<String, Integer> longest = new HashMap<>();
        clocks.getRules()
                .forEach(rule -> longest.merge(cell(clocks, rule, "clock"), calendarDays(clocks, rule), Math::max));
        assertThat(longest).hasSizeGreaterThan(10);
        return longest.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static int calendarDays(DecisionTable clocks, Rule rule) {
        int units = whole(cell(clocks, rule, "amount"))
                + whole(cell(clocks, rule, "maxExtension")) * Math.max(1, whole(cell(clocks, rule, "extensions")));
        return switch (TermUnit.valueOf(cell(clocks, rule, "unit").replace("\"", ""))) {
            // A working week and the longest holidays of a year.
            case WORKING_DAYS -> units * 2 + 10;
            case HALF_WORKING_DAYS -> units + 10;
            case CALENDAR_DAYS -> units;
            case MINUTES, HOURS -> 1;
            case AGREED -> DAYS_OF_A_YEAR / 2;
        };
    }

    private static int whole(String cell) {
        return cell.isBlank() || cell.equals("null") ? 0 : Integer.parseInt(cell.strip());
    }
}
