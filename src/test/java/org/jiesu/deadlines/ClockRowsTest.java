package org.jiesu.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("期限表：凡长于两个工作日的期限，至少提前两个工作日进入临期（S3-2.3e 提前2天统一催办）")
class ClockRowsTest {

    private static final DecisionTable TABLE = Dmn.readModelFromFile(
                    Path.of("decisions", "clocks.dmn").toFile())
            .getModelElementsByType(DecisionTable.class)
            .iterator()
            .next();
    private static final List<String> COLUMNS =
            TABLE.getOutputs().stream().map(Output::getName).toList();

    @ParameterizedTest
    @MethodSource("longEnough")
    void remindsTwoWorkingDaysAhead(String rule, int remindBefore) {
        assertThat(remindBefore).as(rule).isGreaterThanOrEqualTo(2);
    }

    static Stream<Object[]> longEnough() {
        return TABLE.getRules().stream()
                .filter(ClockRowsTest::longerThanTwoWorkingDays)
                .map(rule -> new Object[] {rule.getId(), Integer.parseInt(cell(rule, "remindBefore"))});
    }

    private static boolean longerThanTwoWorkingDays(Rule rule) {
        int amount = Integer.parseInt(cell(rule, "amount"));
        return switch (TermUnit.valueOf(cell(rule, "unit").replace("\"", ""))) {
            case WORKING_DAYS -> amount > 2;
            case CALENDAR_DAYS -> amount > 10;
            case AGREED -> true;
            case HALF_WORKING_DAYS -> amount > 4;
            case MINUTES, HOURS -> false;
        };
    }

    private static String cell(Rule rule, String column) {
        return List.copyOf(rule.getOutputEntries())
                .get(COLUMNS.indexOf(column))
                .getText()
                .getTextContent();
    }
}
