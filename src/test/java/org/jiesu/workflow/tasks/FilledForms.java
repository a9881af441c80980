package org.jiesu.workflow.tasks;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jiesu.platform.Staff;

/** Forms as a clerk fills them in, read by the real form file: what the gate would refuse is refused here too. */
public final class FilledForms {

    public static final String CASE_NUMBER = "FC-TEST-2026-000001";

    private FilledForms() {}

    /** The form {@code forms/<form>.form} with these keys and values, in turn. */
    public static FilledForm of(String form, Object... keysAndValues) {
        return by("clerk", form, keysAndValues);
    }

    /** The same, filled in by this user. */
    public static FilledForm by(String userId, String form, Object... keysAndValues) {
        Map<String, Object> submitted = new HashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            submitted.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        FormSchema schema = schema(form);
        Staff actor = new Staff(userId, userId, Set.of(), "feicheng");
        return new FilledForm(CASE_NUMBER, actor, schema.read(submitted), schema.labels());
    }

    private static FormSchema schema(String form) {
        try {
            return new FormSchema(
                    new ObjectMapper().readTree(Path.of("forms", form + ".form").toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
