package org.jiesu.workflow.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiesu.workflow.tasks.FilledForms.CASE_NUMBER;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jiesu.cases.Complaints;
import org.jiesu.cases.FilledField;
import org.jiesu.cases.Steps;
import org.jiesu.workflow.tasks.FilledForms;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("回访（令121第二十六条，FC 七.1）")
class FollowUpCompletionTest {

    private static final Clock CLOCK =
            Clock.fixed(OffsetDateTime.parse("2026-11-20T10:00:00+08:00").toInstant(), ZoneId.of("Asia/Shanghai"));

    private final Complaints complaints = mock();
    private final Steps steps = mock();
    private final FollowUpCompletion completion = new FollowUpCompletion(complaints, steps, CLOCK);

    private List<Steps.Step> earlier = List.of();

    /** As the gate does, the form is kept before it is acted upon. */
    private Object followUp(Object... fields) {
        List<FilledField> kept = IntStream.range(0, fields.length / 2)
                .mapToObj(i -> new FilledField((String) fields[2 * i], "", fields[2 * i + 1], ""))
                .toList();
        when(steps.inRound(CASE_NUMBER, "Task_FollowUp"))
                .thenReturn(Stream.concat(earlier.stream(), Stream.of(call("20", kept)))
                        .toList());
        Map<String, Object> flags = completion.complete(FilledForms.of("follow-up", fields));
        assertThat(flags).containsOnlyKeys("followUpResult");
        return flags.get("followUpResult");
    }

    private Object notReached() {
        return followUp("contacted", "false", "satisfaction", "NOT_REACHED");
    }

    private Object dissatisfied() {
        return followUp("contacted", "true", "satisfaction", "DISSATISFIED", "dissatisfiedReason", "没退款");
    }

    /** Each earlier call as "day satisfaction". */
    private void before(String... calls) {
        earlier = Stream.of(calls)
                .map(call -> call.split(" "))
                .map(call -> call(call[0], List.of(new FilledField("satisfaction", "满意度", call[1], call[1]))))
                .toList();
    }

    private static Steps.Step call(String day, List<FilledField> kept) {
        return new Steps.Step(
                LocalDateTime.parse("2026-11-" + day + "T09:00"), "liming", 1, "Task_FollowUp", "回访", kept);
    }

    @Test
    void aSatisfiedComplainantEndsIt() {
        assertThat(followUp("contacted", "true", "satisfaction", "FAIRLY_SATISFIED"))
                .isEqualTo("DONE");
        verify(complaints).followedUp(CASE_NUMBER, "FAIRLY_SATISFIED");
    }

    @Test
    void theFirstDissatisfactionIsReworkedTheSecondDecided() {
        assertThat(dissatisfied()).isEqualTo("REWORK");
        before("18 DISSATISFIED");
        assertThat(dissatisfied()).isEqualTo("DECIDE");
        before("18 DISSATISFIED", "19 NOT_REACHED");
        assertThat(dissatisfied()).isEqualTo("DECIDE");
    }

    @Test
    void dissatisfactionNeedsItsReason() {
        assertThatThrownBy(() -> followUp("contacted", "true", "satisfaction", "DISSATISFIED"))
                .hasMessageContaining("不满意的原因");
    }

    @Test
    @DisplayName("未联系上：两天三次后结束")
    void callsThreeTimesOnTwoDays() {
        assertThat(notReached()).isEqualTo("AGAIN");
        before("19 NOT_REACHED");
        assertThat(notReached()).isEqualTo("AGAIN");
        before("20 NOT_REACHED", "20 NOT_REACHED");
        assertThat(notReached()).as("three calls on one day").isEqualTo("AGAIN");
        before("19 NOT_REACHED", "20 NOT_REACHED");
        assertThat(notReached()).isEqualTo("DONE");
    }

    @Test
    void countsOnlyTheCallsSinceSomebodyAnswered() {
        before("17 NOT_REACHED", "18 NOT_REACHED", "18 DISSATISFIED");
        assertThat(notReached()).isEqualTo("AGAIN");
    }

    @Test
    void satisfactionFitsWhetherSomebodyWasReached() {
        assertThatThrownBy(() -> followUp("contacted", "false", "satisfaction", "SATISFIED"))
                .hasMessageContaining("须选“未联系上”");
        assertThatThrownBy(() -> followUp("contacted", "true", "satisfaction", "NOT_REACHED"))
                .hasMessageContaining("不能是“未联系上”");
    }
}
