package org.jiesu.workflow.tasks;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jiesu.platform.Staff;

/** Filled forms for tests, read by the real form file: what the gate would refuse is refused here too. */
public final class FilledForms {

    public static final String CASE_NUMBER = "FC-C-2026-000001";

    /** 李明 of 新城所, who also sits at the centre's desk. */
    public static final Staff ACTOR = new Staff("liming", "李明", Set.of("centre", "xincheng"), "feicheng");

    private FilledForms() {}

    /** The form {@code forms/<form>.form} with these keys and values, in turn. */
    public static FilledForm of(String form, Object... keysAndValues) {
        return by(ACTOR, form, keysAndValues);
    }

    /** The same, filled in by this user. */
    public static FilledForm by(String userId, String form, Object... keysAndValues) {
        return by(new Staff(userId, userId, Set.of(), "feicheng"), form, keysAndValues);
    }

    /** The same, of a task whose process knows these variables. */
    public static FilledForm about(Map<String, Object> variables, String form, Object... keysAndValues) {
        return by(ACTOR, variables, form, keysAndValues);
    }

    private static FilledForm by(Staff actor, String form, Object... keysAndValues) {
        return by(actor, Map.of(), form, keysAndValues);
    }

    private static FilledForm by(Staff actor, Map<String, Object> variables, String form, Object... keysAndValues) {
        Map<String, Object> submitted = new HashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            submitted.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        try (InputStream in = FilledForms.class.getResourceAsStream("/forms/" + form + ".form")) {
            FormSchema schema = new FormSchema(new ObjectMapper().readTree(in));
            return new FilledForm(CASE_NUMBER, actor, schema.read(submitted), schema.labels(), variables::get);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
