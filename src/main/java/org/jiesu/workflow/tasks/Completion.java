package org.jiesu.workflow.tasks;

import java.util.Map;

/**
 * What a finished user task means: one call of a feature. The bean of task {@code Task_DecideAcceptance} is
 * {@code decideAcceptanceCompletion}. It runs in the clerk's transaction, before the engine goes on.
 */
public interface Completion {

    /**
     * Takes the filled form and answers the flags, codes and dates that the process needs; nothing else of the form
     * reaches the engine. A {@link org.jiesu.shared.Refusal} sends the clerk back to the form, with nothing changed.
     */
    Map<String, Object> complete(FilledForm form);
}
