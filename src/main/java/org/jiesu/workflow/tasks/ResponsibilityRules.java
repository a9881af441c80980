package org.jiesu.workflow.tasks;

import java.util.List;
import org.jiesu.cases.CaseView;

/** The decision table that says who does a user task. */
public interface ResponsibilityRules {

    /**
     * The roles for a task of this case.
     *
     * @param pass 1 for the first of several passes of the same task, as with a review on two levels
     */
    List<String> roles(CaseView view, String task, int pass);
}
