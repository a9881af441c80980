package org.jiesu.workflow.dmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jiesu.deadlines.ClockWatch.Watched;
import org.jiesu.deadlines.Layer;
import org.jiesu.jurisdiction.DecisionTables;
import org.jiesu.supervision.Measure;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("督办表与期限负责表")
class DmnSupervisionRulesTest {

    private static final Watched CLOCK =
            new Watched("acceptance", 1, Layer.STATUTE, LocalDateTime.of(2026, 11, 9, 23, 59, 59), false, -2, null);

    @Test
    @DisplayName("督办通知单发给期限约束的一方，由其回复；其他措施按表中所列告知")
    void whomTheClockBinds() {
        DecisionTables tables = (table, facts) -> table.equals("clock-duty")
                ? List.of(Map.of("boundBy", facts.get("clock").equals("acceptance") ? "centre-head" : "unit-head"))
                : List.of(
                        Map.of("measure", "RED", "tell", "holder,unit-head"),
                        Map.of(
                                "measure", "SUPERVISION_NOTICE",
                                "tell", "holder, bound",
                                "answerWithin", 2,
                                "answerBasis", "制度四、3"));

        assertThat(new DmnSupervisionRules(tables).rungs("feicheng", CLOCK, 2))
                .satisfiesExactly(
                        red -> {
                            assertThat(red.tell()).containsExactly("holder", "unit-head");
                            assertThat(red.answeredBy()).isNull();
                        },
                        notice -> {
                            assertThat(notice.measure()).isEqualTo(Measure.SUPERVISION_NOTICE);
                            assertThat(notice.tell()).containsExactly("holder", "centre-head");
                            assertThat(notice.answeredBy()).isEqualTo("centre-head");
                            assertThat(notice.answerWithin()).isEqualTo(2);
                            assertThat(notice.answerBasis()).isEqualTo("制度四、3");
                        });
    }
}
