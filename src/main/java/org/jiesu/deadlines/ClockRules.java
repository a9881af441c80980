package org.jiesu.deadlines;

import java.util.List;
import org.jiesu.cases.CaseEvent;
import org.jiesu.cases.CaseView;

/** Port to the decision table of periods. */
public interface ClockRules {

    /** The periods that start for this case with this event, under the law of the day on which it was received. */
    List<ClockRule> startingOn(CaseEvent event, CaseView view);
}
