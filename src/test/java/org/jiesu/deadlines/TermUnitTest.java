package org.jiesu.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermUnitTest {

    @DisplayName("期限的说法：5个工作日、30日")
    @ParameterizedTest
    @CsvSource({
        "MINUTES, 30分钟",
        "HOURS, 30小时",
        "HALF_WORKING_DAYS, 30个半个工作日",
        "WORKING_DAYS, 30个工作日",
        "CALENDAR_DAYS, 30日",
        "AGREED, 30日"
    })
    void isSaidAsPeopleSayIt(TermUnit unit, String said) {
        assertThat(unit.times(30)).isEqualTo(said);
    }
}
