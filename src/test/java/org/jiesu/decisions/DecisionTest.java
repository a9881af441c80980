package org.jiesu.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every decision table answers its csv, and the csv reaches every rule: a broken FEEL cell passes deployment and fails
 * only when its rule is evaluated.
 *
 * <p>{@code src/test/resources/decisions/<id>.csv}: the header names the inputs, then the outputs to compare as
 * {@code =>name}. One line is one case; an empty cell is null; a cell with a comma is quoted; several results (COLLECT)
 * stand in one cell as {@code a | b} in the order of the rules; a line that starts with # is a comment. Where one file
 * would grow too wide, {@code <id>.<aspect>.csv} compares other outputs of the same table.
 */
class DecisionTest {

    private static final Path TABLES = Path.of("decisions");
    private static final Path CASES = Path.of("src/test/resources/decisions");
    private static final String OUTPUT = "=>";

    @TestFactory
    Stream<DynamicNode> everyTableAnswersItsCsv() throws IOException {
        try (Stream<Path> files = Files.list(TABLES)) {
            return files.filter(file -> file.toString().endsWith(".dmn")).sorted().toList().stream()
                    .map(this::table);
        }
    }

    private DynamicNode table(Path file) {
        String id = file.getFileName().toString().replace(".dmn", "");
        Path csv = CASES.resolve(id + ".csv");
        if (Files.notExists(csv)) {
            return DynamicTest.dynamicTest(id, () -> assertThat(csv)
                    .as("every decision table needs its cases in %s", csv)
                    .exists());
        }
        Table table = new Table(id, Dmn.readModelFromFile(file.toFile()));
        List<DynamicTest> tests = new ArrayList<>();
        for (Path cases : casesOf(id)) {
            List<List<String>> lines = Csv.read(cases);
            List<String> header = lines.get(0);
            for (List<String> line : lines.subList(1, lines.size())) {
                tests.add(DynamicTest.dynamicTest(String.join(", ", line), () -> table.check(header, line)));
            }
        }
        tests.add(DynamicTest.dynamicTest("every rule is reached", table::checkEveryRuleWasReached));
        return DynamicContainer.dynamicContainer(id, tests);
    }

    private static List<Path> casesOf(String id) {
        try (Stream<Path> files = Files.list(CASES)) {
            return files.filter(file -> file.getFileName().toString().startsWith(id + "."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One decision table with the rules that its cases have reached so far. */
    private static final class Table {

        private final String id;
        private final DmnModelInstance model;
        private final Map<String, String> types;
        private final Set<String> reached = new LinkedHashSet<>();
        private final DmnEngine engine;

        Table(String id, DmnModelInstance model) {
            this.id = id;
            this.model = model;
            this.types = model.getModelElementsByType(Input.class).stream()
                    .map(Input::getInputExpression)
                    .filter(input -> input.getTypeRef() != null)
                    .collect(Collectors.toMap(
                            input -> input.getText().getTextContent().trim(), input -> input.getTypeRef()));
            DmnEngineConfiguration configuration = DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
            configuration.getCustomPostDecisionTableEvaluationListeners().add((DmnDecisionTableEvaluationListener)
                    event -> event.getMatchingRules().forEach(rule -> reached.add(rule.getId())));
            this.engine = configuration.buildEngine();
        }

        void check(List<String> header, List<String> line) {
            assertThat(line).as("as many cells as the header has").hasSameSizeAs(header);
            Map<String, Object> inputs = new HashMap<>();
            Map<String, String> expected = new HashMap<>();
            IntStream.range(0, header.size()).forEach(column -> {
                String name = header.get(column);
                if (name.startsWith(OUTPUT)) {
                    expected.put(name.substring(OUTPUT.length()).trim(), line.get(column));
                } else {
                    inputs.put(name, value(types.get(name), line.get(column)));
                }
            });
            DmnDecisionResult results = engine.evaluateDecision(engine.parseDecision(id, model), inputs);
            Map<String, String> answered = new HashMap<>();
            expected.keySet().forEach(output -> answered.put(output, joined(results, output)));
            assertThat(answered).isEqualTo(expected);
        }

        void checkEveryRuleWasReached() {
            assertThat(model.getModelElementsByType(Rule.class))
                    .extracting(Rule::getId)
                    .as("rules of %s that a line of %s.csv reaches", id, id)
                    .allMatch(reached::contains, "reached");
        }

        private static String joined(DmnDecisionResult results, String output) {
            return results.stream()
                    .map(row -> text(row.get(output)))
                    .collect(Collectors.joining(" | "))
                    .strip();
        }

        private static String text(Object value) {
            if (value == null) {
                return "";
            }
            return value instanceof Number
                    ? new BigDecimal(value.toString()).stripTrailingZeros().toPlainString()
                    : value.toString();
        }

        private static Object value(String type, String cell) {
            if (cell.isEmpty()) {
                return null;
            }
            return switch (type == null ? "string" : type) {
                case "boolean" -> Boolean.valueOf(cell);
                case "integer" -> Integer.valueOf(cell);
                case "long" -> Long.valueOf(cell);
                case "number", "double" -> Double.valueOf(cell);
                // The engine's own type for dates; FEEL reads it as "date and time".
                case "date" ->
                    Date.from(LocalDate.parse(cell)
                            .atStartOfDay(ZoneId.systemDefault())
                            .toInstant());
                default -> cell;
            };
        }
    }

    /** Just enough csv: commas, quoted cells, doubled quotes. */
    private static final class Csv {

        static List<List<String>> read(Path file) {
            try (Stream<String> lines = Files.lines(file)) {
                return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .map(Csv::cells)
                        .toList();
            } catch (IOException e) {
                throw new IllegalStateException(file + " cannot be read", e);
            }
        }

        private static List<String> cells(String line) {
            List<String> cells = new ArrayList<>();
            StringBuilder cell = new StringBuilder();
            boolean quoted = false;
            for (char c : line.toCharArray()) {
                if (c == '"') {
                    // A doubled quote closes and opens again: the second one is kept.
                    quoted = !quoted;
                    if (quoted && !cell.isEmpty()) {
                        cell.append('"');
                    }
                } else if (c == ',' && !quoted) {
                    cells.add(cell.toString().trim());
                    cell.setLength(0);
                } else {
                    cell.append(c);
                }
            }
            cells.add(cell.toString().trim());
            return cells;
        }
    }
}
