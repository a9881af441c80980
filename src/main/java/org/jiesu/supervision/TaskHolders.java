package org.jiesu.supervision;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Port to whoever knows who holds the open tasks of a case. */
public interface TaskHolders {

    /**
     * User ids of those who hold the tasks that hang on this clock, or any task of the case where none does: the
     * assignee, or the members of the group while nobody has claimed it.
     */
    List<String> holders(String caseNumber, String clock);

    /** Those of the cases that nobody holds a task of. */
    Set<String> unheld(Collection<String> caseNumbers);
}
