package org.jiesu.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("400 个期限样例逐一吻合")
class DateVectorsTest {

    private final DeadlineCalculator calculator = new DeadlineCalculator(new WorkingCalendar(TestLedger.SHIPPED));

    /** All in one test: a failure lists every vector that went wrong, and a mutant is tried on them in one go. */
    @Test
    void isDueOnTheDayOfTheVector() throws IOException {
        try (InputStream json = DateVectorsTest.class.getResourceAsStream("/deadlines/date-vectors.json")) {
            assertThat(new ObjectMapper().readTree(json)).hasSize(400).allSatisfy(this::isDueOnItsDay);
        }
    }

    private void isDueOnItsDay(JsonNode vector) {
        Term term =
                switch (vector.get("kind").asText()) {
                    case "workingDays", "pausedWorkingDays" ->
                        Term.of(vector.get("amount").asInt(), TermUnit.WORKING_DAYS);
                    case "calendarDays" ->
                        Term.of(
                                vector.get("amount").asInt(),
                                TermUnit.CALENDAR_DAYS,
                                Roll.valueOf(vector.get("roll").asText()));
                    default -> throw new IllegalArgumentException(vector.toString());
                };
        List<Pause> pauses = StreamSupport.stream(vector.path("pauses").spliterator(), false)
                .map(pause -> new Pause(date(pause.get(0)), date(pause.get(1))))
                .toList();

        DueDate due = calculator.compute(date(vector.get("start")).atTime(15, 30), term, pauses, 0);

        assertThat(due.dueOn()).isEqualTo(date(vector.get("due")));
        assertThat(due.provisional()).isEqualTo(vector.get("provisional").asBoolean());
    }

    private static LocalDate date(JsonNode node) {
        return LocalDate.parse(node.asText());
    }
}
