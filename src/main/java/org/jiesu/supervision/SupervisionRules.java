package org.jiesu.supervision;

import java.util.List;
import org.jiesu.deadlines.ClockWatch.Watched;

/** Port to the decision table of supervision. */
public interface SupervisionRules {

    /**
     * A row that holds.
     *
     * @param tell roles: {@code holder} of the task that hangs on the clock, {@code unit-head}, or a group
     * @param answerWithin working days within which a notice has to be answered
     * @param answeredBy whom the clock binds, who answers the notice: {@code unit-head} or a group; null for other measures
     * @param answerBasis the rule that asks for the answer
     */
    record Rung(Measure measure, List<String> tell, int answerWithin, String answeredBy, String answerBasis) {}

    /** Everything that is due for this clock on its level so far, whether done before or not. */
    List<Rung> rungs(String institution, Watched clock, int level);
}
