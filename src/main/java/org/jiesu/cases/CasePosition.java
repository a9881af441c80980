package org.jiesu.cases;

import java.util.Optional;
import org.jiesu.platform.Staff;

/** Port to whoever knows where a case stands. */
public interface CasePosition {

    /** Id of the oldest open user task without {@code Task_}; empty when nothing waits for a person. */
    Optional<String> stage(String caseNumber);

    /** Chinese name of that task. */
    Optional<String> stageName(String caseNumber);

    /** Whether any process of the case has not ended, those beside its handling included. */
    boolean running(String caseNumber);

    /** Whether the complaint stands where a withdrawal or settlement still ends its handling. */
    boolean canBeGivenUp(String caseNumber);

    /** Id of an open task of the case that this person holds or may claim. */
    Optional<String> taskOf(String caseNumber, Staff staff);

    /** Whether this task is still open and this person holds it or may claim it. */
    boolean holds(String taskId, Staff staff);
}
