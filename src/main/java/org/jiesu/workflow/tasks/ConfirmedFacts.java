package org.jiesu.workflow.tasks;

import org.jiesu.cases.Facts;

/** The facts that a clerk confirms in a form: a field left blank confirms what was proposed. */
public final class ConfirmedFacts {

    private ConfirmedFacts() {}

    public static Facts of(FilledForm form, Facts proposed) {
        return new Facts(
                filled(form, "matter", proposed.matter()),
                filled(form, "town", proposed.town()),
                form.has("inRemit") ? form.yes("inRemit") : proposed.inRemit(),
                filled(form, "competent", proposed.competent()),
                filled(form, "competentPhone", proposed.competentPhone()),
                form.has("urgent") ? form.yes("urgent") : proposed.urgent());
    }

    private static String filled(FilledForm form, String key, String proposed) {
        return form.has(key) ? form.text(key) : proposed;
    }
}
