package org.jiesu.deadlines;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jiesu.cases.CaseSearch;
import org.jiesu.cases.CaseSearch.Condition;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds clocks that have not ended, of the cases that the current user may see. Lights are compared by the database,
 * so that a hundred thousand clocks are no more work for us than fifty.
 */
@Service
@Transactional(readOnly = true)
public class ClockSearch {

    /** The lights of what has not ended, the least worrying first: the number of a light in SQL is its place here. */
    private static final List<Light> WORSE_AND_WORSE =
            List.of(Light.PAUSED, Light.NORMAL, Light.DUE_SOON, Light.DUE_TODAY, Light.OVERDUE);

    private static final String FROM = " from ledger_entry l join case_record c on c.case_number = l.case_number"
            + " where l.ended_at is null and ";

    private final NamedParameterJdbcTemplate database;
    private final CaseSearch cases;
    private final Calendars calendars;
    private final Clock clock;

    ClockSearch(NamedParameterJdbcTemplate database, CaseSearch cases, Calendars calendars, Clock clock) {
        this.database = database;
        this.cases = cases;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** What clocks are looked for; null means any. */
    public record Query(String institution, String unit, String clock, Light light) {}

    /** A clock that has not ended; {@code dueAt} is null while it is paused. */
    public record Pending(
            String caseNumber,
            String clock,
            int run,
            Layer layer,
            LocalDateTime startedAt,
            LocalDateTime dueAt,
            Light light,
            boolean provisional,
            String basis) {}

    /** How many clocks show each light, whatever light the query asks for. */
    public Map<Light, Long> counts(Query query) {
        Condition where = cases.visible().and(matching(query));
        Condition light = lightOf("l");
        Map<Light, Long> counts = new EnumMap<>(Light.class);
        WORSE_AND_WORSE.forEach(each -> counts.put(each, 0L));
        database.query(
                "select light, count(*) as clocks from (select " + light.sql() + " as light" + FROM + where.sql()
                        + ") lit group by light",
                where.and(light).values(),
                row -> {
                    counts.put(WORSE_AND_WORSE.get(row.getInt("light")), row.getLong("clocks"));
                });
        return counts;
    }

    /** A page of clocks: what is due next stands first, paused ones last. */
    public List<Pending> page(Query query, int page, int size) {
        Condition light = lightOf("l");
        Condition where = cases.visible().and(matching(query));
        if (query.light() != null) {
            where = where.and(showing(light, query.light()));
        }
        Map<String, Object> values = new HashMap<>(where.and(light).values());
        values.put("size", size);
        values.put("skipped", (long) page * size);
        return database.query(
                "select l.case_number, l.clock, l.run, l.layer, l.started_at, l.due_at, l.provisional, l.basis, "
                        + light.sql() + " as light" + FROM + where.sql()
                        + " order by l.due_at nulls last, l.id limit :size offset :skipped",
                values,
                ClockSearch::pending);
    }

    /** Holds of the cases whose light, that of their worst clock, is this one. */
    public Condition casesShowing(Light light) {
        Condition worst = lightOf("w");
        return showing(
                new Condition(
                        "coalesce((select max(" + worst.sql() + ") from ledger_entry w"
                                + " where w.case_number = c.case_number and w.ended_at is null), "
                                + WORSE_AND_WORSE.indexOf(Light.NORMAL) + ")",
                        worst.values()),
                light);
    }

    private static Condition showing(Condition light, Light wanted) {
        Map<String, Object> values = new HashMap<>(light.values());
        values.put("wanted_light", WORSE_AND_WORSE.indexOf(wanted));
        return new Condition(light.sql() + " = :wanted_light", values);
    }

    private static Condition matching(Query query) {
        Condition all = Condition.ANY;
        if (query.institution() != null) {
            all = all.and(new Condition("c.institution = :institution", Map.of("institution", query.institution())));
        }
        if (query.unit() != null) {
            all = all.and(new Condition("c.handling_unit = :unit", Map.of("unit", query.unit())));
        }
        if (query.clock() != null) {
            all = all.and(new Condition("l.clock = :clock", Map.of("clock", query.clock())));
        }
        return all;
    }

    /** The light of a clock as {@link Lights#of} has it, by comparing its due date with a few dates of today. */
    private Condition lightOf(String table) {
        LocalDateTime now = LocalDateTime.now(clock);
        Map<String, Object> values = new HashMap<>();
        values.put("now", now);
        values.put("tomorrow", now.toLocalDate().plusDays(1).atStartOfDay());
        List<String> soon = new ArrayList<>();
        for (Remind remind : reminds()) {
            String name = "soon_" + soon.size();
            values.put(name, remind.dueBefore(now, calendars.current()));
            soon.add("(remind_before = %d and unit %s ('MINUTES', 'HOURS') and due_at < :%s)"
                    .formatted(remind.before(), remind.minutes() ? "in" : "not in", name));
        }
        String sql = "case when due_at is null then 0 when due_at < :now then 4 when due_at < :tomorrow then 3"
                + (soon.isEmpty() ? "" : " when " + String.join(" or ", soon) + " then 2")
                + " else 1 end";
        return new Condition(sql.replaceAll("\\b(due_at|remind_before|unit)\\b", table + ".$1"), values);
    }

    private List<Remind> reminds() {
        return database
                .getJdbcOperations()
                .query(
                        "select distinct remind_before, unit in ('MINUTES', 'HOURS') as in_minutes from ledger_entry"
                                + " where ended_at is null",
                        (row, i) -> new Remind(row.getInt("remind_before"), row.getBoolean("in_minutes")))
                .stream()
                .sorted(Comparator.comparing(Remind::before).thenComparing(Remind::minutes))
                .collect(Collectors.toList());
    }

    /** How long before its end a clock is 临期: working days, or minutes where the period is one of minutes or hours. */
    private record Remind(int before, boolean minutes) {

        /** A clock that is due before this moment is 临期 by now. */
        LocalDateTime dueBefore(LocalDateTime now, WorkingCalendar calendar) {
            return minutes
                    ? now.plusMinutes(before).plusNanos(1_000)
                    : calendar.addWorkingDays(now.toLocalDate(), before)
                            .plusDays(1)
                            .atStartOfDay();
        }
    }

    private static Pending pending(ResultSet row, int index) throws SQLException {
        return new Pending(
                row.getString("case_number"),
                row.getString("clock"),
                row.getInt("run"),
                Layer.valueOf(row.getString("layer")),
                local(row.getTimestamp("started_at")),
                local(row.getTimestamp("due_at")),
                WORSE_AND_WORSE.get(row.getInt("light")),
                row.getBoolean("provisional"),
                row.getString("basis"));
    }

    private static LocalDateTime local(Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toLocalDateTime();
    }
}
