package org.jiesu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcUtils;

/** Which tables hold rows of a case, found in the schema itself: a new one is there as soon as it is made. */
final class CaseTables {

    /** These keep the number of a destroyed case, and why. */
    private static final Map<String, String> KEPT_BY_RULE = Map.of(
            "disposal_item", "the register of what was destroyed: a number, days and a checksum",
            "audit_entry", "the audit log is append-only and kept on its own; numbers, no texts",
            "breach", "a register of what leaked, kept on its own");

    /** Number columns by which a row belongs to a case. */
    private static final Set<String> CASE_COLUMNS = Set.of("case_number", "linked_number");

    private final JdbcTemplate database;
    /** Table → the condition that finds its rows of a case, whose number is the one parameter. */
    private final Map<String, String> conditions = new TreeMap<>();

    private final List<String> tables = new ArrayList<>();

    CaseTables(DataSource source) {
        database = new JdbcTemplate(source);
        try (Connection connection = source.getConnection()) {
            read(connection.getMetaData());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        assertThat(conditions).hasSizeGreaterThan(20).containsKeys("party", "paper_content", "ledger_pause");
    }

    private void read(DatabaseMetaData schema) throws SQLException {
        Map<String, List<String[]>> parents = new LinkedHashMap<>();
        tables.addAll(database.queryForList(
                "select lower(table_name) from information_schema.tables where lower(table_schema) = 'public'",
                String.class));
        for (String table : tables) {
            parents.put(table, parents(schema, table));
            database
                    .queryForList(
                            "select lower(column_name) from information_schema.columns"
                                    + " where lower(table_schema) = 'public' and lower(table_name) = ?",
                            String.class,
                            table)
                    .stream()
                    .filter(CASE_COLUMNS::contains)
                    .sorted()
                    .findFirst()
                    .ifPresent(column -> conditions.put(table, column + " = ?"));
        }
        boolean found = true;
        while (found) {
            found = false;
            for (Map.Entry<String, List<String[]>> child : parents.entrySet()) {
                for (String[] key : child.getValue()) {
                    if (!conditions.containsKey(child.getKey()) && conditions.containsKey(key[1])) {
                        conditions.put(
                                child.getKey(),
                                "%s in (select %s from %s where %s)"
                                        .formatted(key[0], key[2], key[1], conditions.get(key[1])));
                        found = true;
                    }
                }
            }
        }
        // A submission is there before its cases; they point to it.
        conditions.put("submission", "id in (select submission_id from case_record where case_number = ?)");
        conditions.put("supplement", "submission_id in (select submission_id from case_record where case_number = ?)");
        conditions.put("message", "id in (select message_id from message_line where case_number = ?)");
        conditions.keySet().removeAll(KEPT_BY_RULE.keySet());
    }

    /** Foreign keys of a table: its column, the other table, the column there. */
    private static List<String[]> parents(DatabaseMetaData schema, String table) throws SQLException {
        List<String[]> keys = new ArrayList<>();
        String name = schema.storesUpperCaseIdentifiers() ? table.toUpperCase() : table;
        try (ResultSet found = schema.getImportedKeys(null, null, name)) {
            while (found.next()) {
                keys.add(new String[] {
                    found.getString("FKCOLUMN_NAME").toLowerCase(),
                    found.getString("PKTABLE_NAME").toLowerCase(),
                    found.getString("PKCOLUMN_NAME").toLowerCase()
                });
            }
        }
        return keys;
    }

    /** A table without rows proves nothing about its deletion: give the case one when this fails. */
    void everyTableHasRowsOf(String caseNumber) {
        assertThat(conditions.entrySet()).allSatisfy(table -> assertThat(database.queryForObject(
                        "select count(*) from %s where %s".formatted(table.getKey(), table.getValue()),
                        Long.class,
                        caseNumber))
                .as("rows of %s that are destroyed with the case", table.getKey())
                .isPositive());
    }

    /** What gives the rows of a case away wherever it stands: numbers, row keys, ids, blind indexes, receipts. */
    Set<String> tracesOf(String caseNumber) {
        Set<String> traces = new TreeSet<>(Set.of(caseNumber));
        conditions.forEach((table, condition) -> database.query(
                "select * from %s where %s".formatted(table, condition),
                row -> {
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        String column = row.getMetaData().getColumnName(i).toLowerCase();
                        boolean telling =
                                Set.of("row_key", "phone_index", "id_number_index", "receipt_hash", "content_hash")
                                                .contains(column)
                                        || column.equals("id") && row.getObject(i) instanceof String;
                        if (telling && row.getString(i) != null) {
                            traces.add(row.getString(i));
                        }
                    }
                },
                caseNumber));
        return traces;
    }

    /** Tables of the whole schema, the engine's included, with a cell in which one of these stands. */
    Set<String> where(Collection<String> traces) {
        Set<String> found = new TreeSet<>();
        tables.stream()
                .filter(table -> !KEPT_BY_RULE.containsKey(table))
                .forEach(table -> database.query("select * from \"" + named(table) + "\"", row -> {
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        String cell = readable(JdbcUtils.getResultSetValue(row, i));
                        if (traces.stream().anyMatch(cell::contains)) {
                            found.add((table + "." + row.getMetaData().getColumnName(i)).toLowerCase());
                        }
                    }
                }));
        return found;
    }

    private String named(String table) {
        return database.queryForObject(
                "select table_name from information_schema.tables where lower(table_schema) = 'public'"
                        + " and lower(table_name) = ?",
                String.class,
                table);
    }

    private static String readable(Object cell) {
        return cell instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : String.valueOf(cell);
    }
}
