package org.jiesu.jurisdiction;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Port to the decision tables in {@code decisions/}: law and office as rows. */
public interface DecisionTables {

    /** All rows that hold for these facts, each with its outputs by name. */
    List<Map<String, Object>> ask(String table, Map<String, Object> facts);

    /** The row that holds; empty when none does. */
    default Optional<Map<String, Object>> one(String table, Map<String, Object> facts) {
        return ask(table, facts).stream().findFirst();
    }
}
