package org.jiesu.cases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiesu.access.Action;
import org.jiesu.access.Role;
import org.jiesu.platform.CurrentStaff;
import org.jiesu.platform.Staff;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds the cases the current user may see: the same rule as {@link CaseAccess}, asked of the database. */
@Service
@Transactional(readOnly = true)
public class CaseSearch {

    private static final Condition NOTHING = new Condition("1 = 0", Map.of());
    private static final int MOST_FOUND_BY_TEXT = 1_000;

    private final CaseRecordRepository records;
    private final NamedParameterJdbcTemplate database;
    private final CurrentStaff staff;

    CaseSearch(CaseRecordRepository records, NamedParameterJdbcTemplate database, CurrentStaff staff) {
        this.records = records;
        this.database = database;
        this.staff = staff;
    }

    /** What holds of a row of {@code case_record c}, with the values that its SQL names. */
    public record Condition(String sql, Map<String, Object> values) {

        public static final Condition ANY = new Condition("1 = 1", Map.of());

        public Condition and(Condition other) {
            Map<String, Object> all = new HashMap<>(values);
            all.putAll(other.values);
            return new Condition(sql + " and " + other.sql, all);
        }
    }

    /** Which cases the current user may see, for whoever joins a table of its own. */
    public Condition visible() {
        Staff reader = staff.get();
        Condition institution = equal("c.institution", "reader_institution", reader.institution())
                .and(new Condition(
                        "not exists (select 1 from case_exclusion x where x.case_number = c.case_number"
                                + " and x.user_id = :reader_id)",
                        Map.of("reader_id", reader.userId())));
        Condition open = institution.and(new Condition("not c.secret", Map.of()));
        return switch (Action.READ_CASE.reach(Role.of(reader))) {
            case SECRET -> institution;
            case INSTITUTION -> open;
            case OWN_UNIT -> open.and(ofUnits(Role.units(reader)));
            case NONE -> NOTHING;
        };
    }

    private static Condition ofUnits(Set<String> units) {
        if (units.isEmpty()) {
            return NOTHING;
        }
        Map<String, Object> values = new HashMap<>(Map.of("reader_units", units, "line_break", "\n"));
        List<String> any = new ArrayList<>(List.of("c.handling_unit in (:reader_units)"));
        // One unit a line: a unit's code is matched whole between line breaks.
        for (String unit : units) {
            String name = "reader_unit_" + values.size();
            values.put(name, "%\n" + unit + "\n%");
            for (String column : List.of("c.assisting_units", "c.copied_units")) {
                any.add(":line_break || coalesce(" + column + ", '') || :line_break like :" + name);
            }
        }
        return new Condition("(" + String.join(" or ", any) + ")", values);
    }

    /** A page of cases, newest first. */
    public Page<CaseView> page(CaseQuery query, int page, int size) {
        return page(query, Condition.ANY, page, size);
    }

    /** A page of cases of which something else holds too, newest first. */
    public Page<CaseView> page(CaseQuery query, Condition besides, int page, int size) {
        Condition where = visible().and(matching(query)).and(besides);
        Long total = database.queryForObject(
                "select count(*) from case_record c where " + where.sql(), where.values(), Long.class);
        List<String> numbers = numbers(where, " order by c.received_at desc, c.case_number desc", page, size);
        return new PageImpl<>(views(numbers), PageRequest.of(page, size), total);
    }

    private List<String> numbers(Condition where, String order, int page, int size) {
        Condition paged = where.and(new Condition("1 = 1", Map.of("size", size, "skipped", (long) page * size)));
        return database.queryForList(
                "select c.case_number from case_record c where " + paged.sql() + order + " limit :size offset :skipped",
                paged.values(),
                String.class);
    }

    private List<CaseView> views(List<String> numbers) {
        return records.findAllById(numbers).stream()
                .map(CaseRecord::view)
                .sorted(Comparator.comparing(view -> numbers.indexOf(view.caseNumber())))
                .toList();
    }

    /** Numbers of visible cases whose number, matter or town contains the text. */
    public List<String> byText(String text) {
        String like = "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        Condition matching = new Condition(
                "(c.case_number like :text escape '\\' or c.matter like :text escape '\\' or c.town like :text escape"
                        + " '\\')",
                Map.of("text", like));
        return numbers(visible().and(matching), "", 0, MOST_FOUND_BY_TEXT);
    }

    public List<String> byExternalNumber(String externalNumber) {
        return database.queryForList(
                "select c.case_number from case_record c where c.external_number = :number",
                Map.of("number", externalNumber),
                String.class);
    }

    private static Condition matching(CaseQuery query) {
        Condition all = Condition.ANY;
        if (query.state() != null) {
            all = all.and(equal("c.state", "state", query.state().name()));
        }
        if (query.unit() != null) {
            all = all.and(equal("c.handling_unit", "unit", query.unit()));
        }
        if (query.kind() != null) {
            all = all.and(equal("c.kind", "kind", query.kind().name()));
        }
        if (query.caseNumber() != null) {
            all = all.and(equal("c.case_number", "case_number", query.caseNumber()));
        }
        if (query.among() != null) {
            all = all.and(
                    query.among().isEmpty()
                            ? NOTHING
                            : new Condition("c.case_number in (:among)", Map.of("among", query.among())));
        }
        return all;
    }

    private static Condition equal(String column, String name, Object value) {
        return new Condition(column + " = :" + name, value == null ? Map.of(name, "") : Map.of(name, value));
    }
}
