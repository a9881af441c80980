package org.jiesu.journeys;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Reads what record, ledger and engine hold, and counts everything once more: nothing lost, nothing twice, nothing
 * early, and the engine where the ledger is. It asks the database alone and nothing of the product.
 */
final class Audit {

    private static final LocalDateTime NEVER = LocalDate.of(9999, 12, 31).atStartOfDay();
    private static final LocalTime OPENING = LocalTime.of(8, 30);
    private static final String CHECKPOINT = "nextCheckpointAt";
    private static final String INTERIM = "interimReplyDueAt";
    private static final Set<String> EXPIRY_TIMERS =
            Set.of("cutOffAt", "secondLimitAt", "supplementDueAt", "statementDueAt");
    private static final Set<String> REPLIES = Set.of("handling", "channelReply");

    /** They bind somebody else than those who handle the case. */
    private static final Set<String> BESIDE =
            Set.of("leaderReading", "instruction", "rectification", "supervisionAnswer");

    /** Each late clock brings a notice of its own, and each leader gives instructions. */
    private static final Set<String> SEVERAL = Set.of("instruction", "supervisionAnswer");

    private static final Set<String> CASES_OF_THEIR_OWN =
            Set.of("complaint-handling", "report-handling", "consultation");

    /** Lines of the journal, notices to one recipient and messages to one person that are there more than once. */
    private static final String TWICE =
            """
            select case_number, min(action || ' ' || detail) from journal_entry where case_number like ?
            group by case_number, happened_at, action, detail having count(*) > 1
            union all
            select case_number, min('notice ' || kind) from notice where case_number like ?
            group by case_number, kind, recipient, prepared_at having count(*) > 1
            union all
            select l.case_number, min('message ' || l.line) from message m join message_line l on l.message_id = m.id
            where l.case_number like ? group by l.case_number, m.recipient, m.sent_at, l.line having count(*) > 1""";

    private final JdbcTemplate jdbc;
    private final PlainDays days;
    /** Task → clock whose date it carries; timer → variable at which it stands: read from the models. */
    private final Map<String, String> clockOfTask = new HashMap<>();

    private final Map<String, String> variableOfTimer = new HashMap<>();
    private final Map<Long, Clock> ended = new HashMap<>();
    private final Set<String> firedBefore = new HashSet<>();
    private final Map<String, Integer> fired = new HashMap<>();

    Audit(JdbcTemplate jdbc, PlainDays days) {
        this.jdbc = jdbc;
        this.days = days;
        Stream.of(
                        "complaint-handling",
                        "report-handling",
                        "dispatching",
                        "mediation",
                        "termination",
                        "answering",
                        "enforcement-handling",
                        "report-closing",
                        "consultation",
                        "assistance",
                        "case-supervision",
                        "extension",
                        "instruction",
                        "supervision-answer")
                .forEach(this::readModel);
    }

    private void readModel(String process) {
        try (InputStream file = Audit.class.getResourceAsStream("/processes/" + process + ".bpmn")) {
            BpmnModelInstance model = Bpmn.readModelFromStream(file);
            model.getModelElementsByType(CamundaProperty.class).stream()
                    .filter(property -> "clock".equals(property.getCamundaName()))
                    .forEach(property -> clockOfTask.put(
                            ((BaseElement) property.getParentElement()
                                            .getParentElement()
                                            .getParentElement())
                                    .getId(),
                            property.getCamundaValue()));
            model.getModelElementsByType(TimeDate.class).forEach(date -> {
                BaseElement event = (BaseElement) date.getParentElement().getParentElement();
                variableOfTimer.put(event.getId(), date.getTextContent().strip().replaceAll("[${}]", ""));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Case(String number, String kind, boolean open, String outcome, int round) {}

    /** A row of the ledger. */
    private record Clock(
            long id,
            String caseNumber,
            String name,
            int run,
            PlainDays.Period period,
            String timer,
            int remindBefore,
            int taskEarlier,
            LocalDate notAfter,
            LocalDateTime dueAt,
            boolean provisional,
            String state,
            LocalDateTime endedAt) {

        boolean pending() {
            return endedAt == null;
        }
    }

    private record Instance(String id, String caseNumber, String process) {}

    /** @param run of its clock, where several run at once */
    private record OpenTask(String caseNumber, String key, LocalDateTime due, int priority, Integer run) {}

    private record Timer(String caseNumber, String event, LocalDateTime due, int retries) {}

    private record Variable(String caseNumber, String process, String name, LocalDateTime at) {}

    /** Something that is said of a case. */
    private record Line(String caseNumber, String text) {}

    /** Everything at one moment, by case. */
    private record World(
            List<Case> cases,
            Map<String, List<Clock>> clocks,
            Map<String, List<Instance>> instances,
            Map<String, List<OpenTask>> tasks,
            Map<String, List<Timer>> timers,
            Map<String, List<Variable>> variables,
            Map<String, List<Line>> steps,
            Map<String, List<Line>> closings,
            Map<String, List<Line>> twice,
            Map<String, List<Line>> early) {}

    /** When each timer of the cases has to fire, as of now: taken before time moves, held against what then fired. */
    record Plan(LocalDateTime from, Map<String, Map<String, LocalDateTime>> ofCase) {}

    Plan plan(LocalDateTime now) {
        World world = world("%");
        Map<String, Map<String, LocalDateTime>> plan = new HashMap<>();
        world.cases().forEach(one -> plan.put(one.number(), expiries(of(world.clocks(), one))));
        return new Plan(now, plan);
    }

    /** All cases; after time was moved, no timer may be left behind. */
    void checkAll(Map<String, Diary> diaries, LocalDateTime now, boolean moved) {
        check("%", diaries, now, moved);
        assertThat(jdbc.queryForObject("select count(*) from act_ru_incident", Integer.class))
                .as("incidents")
                .isZero();
        // The nightly check would put right what we are here to find.
        assertThat(jdbc.queryForList(
                        "select distinct case_number from journal_entry where action = '期限自检'", String.class))
                .as("cases of which the engine had other dates than the ledger")
                .isEmpty();
    }

    /** One case, after something was done with it. */
    void check(Diary diary, LocalDateTime now) {
        check(diary.number, Map.of(diary.number, diary), now, false);
    }

    private void check(String numbers, Map<String, Diary> diaries, LocalDateTime now, boolean moved) {
        World world = world(numbers);
        for (Case one : world.cases()) {
            try {
                check(one, world, diaries.get(one.number()), now, moved);
            } catch (AssertionError e) {
                throw new Found(one.number(), e);
            }
        }
    }

    /** What is wrong, and with which case. */
    static final class Found extends AssertionError {

        final String caseNumber;

        Found(String caseNumber, Throwable cause) {
            super(caseNumber + ": " + cause.getMessage(), cause);
            this.caseNumber = caseNumber;
        }
    }

    private void check(Case one, World world, Diary diary, LocalDateTime now, boolean moved) {
        List<Clock> clocks = of(world.clocks(), one);
        clocks.forEach(this::countAgain);
        clocks.stream()
                .filter(clock -> !SEVERAL.contains(clock.name()))
                .collect(groupingBy(Clock::name))
                .forEach((name, runs) -> assertThat(runs.stream().filter(Clock::pending))
                        .as("runs of %s at a time", name)
                        .hasSizeLessThanOrEqualTo(1));
        waitsForAcceptance(clocks);
        List<Instance> instances = of(world.instances(), one);
        List<OpenTask> tasks = of(world.tasks(), one);
        if (one.open()) {
            position(one, instances, tasks);
        } else {
            assertThat(one.outcome()).as("outcome").isNotNull();
            assertThat(instances).as("processes of a closed case").isEmpty();
            assertThat(clocks.stream().filter(Clock::pending))
                    .as("clocks of a closed case")
                    .isEmpty();
        }
        engineFollows(clocks, of(world.variables(), one), of(world.timers(), one), tasks, now);
        if (moved) {
            assertThat(of(world.timers(), one)).as("timers").allMatch(timer -> timer.due()
                    .isAfter(now));
        }
        remembered(one, world, diary, clocks);
    }

    /** Missing facts are waited for until the working day before acceptance has to be decided. */
    private void waitsForAcceptance(List<Clock> clocks) {
        Map<String, Clock> pending = clocks.stream()
                .filter(clock -> Set.of("supplement", "acceptance").contains(clock.name()))
                .filter(clock -> clock.pending() && clock.dueAt() != null)
                .collect(Collectors.toMap(Clock::name, clock -> clock));
        if (pending.containsKey("supplement") && pending.containsKey("acceptance")) {
            LocalDate latest =
                    days.workingDaysBefore(pending.get("acceptance").dueAt().toLocalDate(), 1);
            assertThat(pending.get("supplement").dueAt().toLocalDate())
                    .as("end of waiting")
                    .isBeforeOrEqualTo(latest);
        }
    }

    private void position(Case one, List<Instance> instances, List<OpenTask> tasks) {
        assertThat(instances.stream().map(Instance::process).filter(CASES_OF_THEIR_OWN::contains))
                .as("processes of an open case")
                .hasSize(1);
        assertThat(instances.stream().map(Instance::process).filter("case-supervision"::equals))
                .as("supervision of an open case")
                .hasSize(1);
        assertThat(tasks).as("tasks of the open case %s", one).isNotEmpty();
    }

    private void countAgain(Clock clock) {
        Clock before = ended.get(clock.id());
        if (before != null) {
            assertThat(clock).as("a clock that has ended").isEqualTo(before);
            return;
        }
        LocalDateTime due = due(clock);
        assertThat(clock.dueAt()).as("due date of %s", clock).isEqualTo(due);
        assertThat(clock.provisional())
                .as("provisional date of %s", clock)
                .isEqualTo(days.isProvisional(clock.period(), due));
        if (!clock.pending()) {
            boolean late = due != null && clock.endedAt().isAfter(due);
            assertThat(clock.state())
                    .as("verdict on %s", clock)
                    .isIn(late ? Set.of("MISSED") : Set.of("MET", "CANCELLED"));
            ended.put(clock.id(), clock);
        }
    }

    private LocalDateTime due(Clock clock) {
        LocalDateTime due = days.due(clock.period());
        LocalDateTime latest =
                clock.notAfter() == null ? null : clock.notAfter().atTime(LocalTime.of(23, 59, 59));
        return due == null || latest == null ? due : earlier(due, latest);
    }

    /** The variables, the timers that read them, and due dates and lights of the tasks. */
    private void engineFollows(
            List<Clock> clocks, List<Variable> variables, List<Timer> timers, List<OpenTask> tasks, LocalDateTime now) {
        Map<String, LocalDateTime> expected = expiries(clocks);
        variables.stream()
                .filter(variable -> expected.containsKey(variable.name()))
                .forEach(variable ->
                        assertThat(variable.at()).as("%s", variable).isEqualTo(expected.get(variable.name())));
        for (Timer timer : timers) {
            assertThat(timer.retries()).as("retries of %s", timer).isPositive();
            String variable = variableOfTimer.get(timer.event());
            if (expected.containsKey(variable)) {
                assertThat(timer.due()).as("%s", timer).isEqualTo(expected.get(variable));
            } else {
                assertThat(timer.due()).as("next look at the lights").isBeforeOrEqualTo(nextLight(clocks, now));
            }
        }
        List<Clock> pending = clocks.stream().filter(Clock::pending).toList();
        for (OpenTask task : tasks) {
            Clock clock = clockOf(task, pending);
            LocalDateTime due = clock == null || clock.dueAt() == null
                    ? null
                    : clock.name().equals(clockOfTask.get(task.key())) && clock.taskEarlier() > 0
                            ? days.workingDaysBefore(clock.dueAt().toLocalDate(), clock.taskEarlier())
                                    .atTime(clock.dueAt().toLocalTime())
                            : clock.dueAt();
            assertThat(task.due()).as("due date of %s", task).isEqualTo(due);
            // A light that changed in the night is seen when the office opens.
            LocalDateTime lastLook = now.toLocalTime().isBefore(OPENING)
                    ? now.toLocalDate().atStartOfDay().minusSeconds(1)
                    : now;
            assertThat(task.priority())
                    .as("light of %s by %s", task, clock)
                    .isIn(urgency(clock, now), urgency(clock, lastLook));
        }
    }

    /** The clock of its own while that is pending, else the nearest one. */
    private Clock clockOf(OpenTask task, List<Clock> pending) {
        return pending.stream()
                .filter(clock -> clock.name().equals(clockOfTask.get(task.key())))
                .filter(clock -> task.run() == null || task.run() == clock.run())
                .findFirst()
                .or(() -> pending.stream()
                        .filter(clock -> clock.dueAt() != null && !BESIDE.contains(clock.name()))
                        .min(Comparator.comparing(Clock::dueAt)))
                .orElse(null);
    }

    private int urgency(Clock clock, LocalDateTime at) {
        if (clock == null || clock.dueAt() == null) {
            return 0;
        }
        if (at.isAfter(clock.dueAt())) {
            return 100;
        }
        if (at.toLocalDate().equals(clock.dueAt().toLocalDate())) {
            return 80;
        }
        return at.isBefore(remindFrom(clock)) ? 0 : 50;
    }

    /** Counted back from the last working day of the period. */
    private LocalDateTime remindFrom(Clock clock) {
        if (Set.of("MINUTES", "HOURS").contains(clock.period().unit())) {
            return clock.dueAt().minusMinutes(clock.remindBefore());
        }
        LocalDate last = clock.dueAt().toLocalDate();
        while (!days.isWorking(last)) {
            last = last.minusDays(1);
        }
        return days.workingDaysBefore(last, clock.remindBefore()).atStartOfDay();
    }

    private LocalDateTime nextLight(List<Clock> clocks, LocalDateTime now) {
        return clocks.stream()
                .filter(clock -> clock.pending() && clock.dueAt() != null)
                .flatMap(clock -> Stream.of(
                        remindFrom(clock).toLocalTime().equals(LocalTime.MIDNIGHT)
                                ? remindFrom(clock).toLocalDate().atTime(OPENING)
                                : remindFrom(clock),
                        clock.dueAt().toLocalDate().atTime(OPENING),
                        clock.dueAt().plusSeconds(1)))
                .filter(change -> change.isAfter(now))
                .min(Comparator.naturalOrder())
                .orElse(NEVER);
    }

    private Map<String, LocalDateTime> expiries(List<Clock> clocks) {
        List<Clock> running = clocks.stream()
                .filter(clock -> clock.pending() && clock.dueAt() != null)
                .toList();
        Map<String, LocalDateTime> expiries = new HashMap<>();
        EXPIRY_TIMERS.forEach(timer -> expiries.put(timer, NEVER));
        expiries.put(INTERIM, NEVER);
        for (Clock clock : running) {
            if (clock.timer() != null) {
                expiries.merge(clock.timer(), clock.dueAt().plusSeconds(1), Audit::earlier);
            }
            if (REPLIES.contains(clock.name())) {
                expiries.merge(INTERIM, clock.dueAt().toLocalDate().atTime(OPENING), Audit::earlier);
            }
        }
        return expiries;
    }

    private static LocalDateTime earlier(LocalDateTime a, LocalDateTime b) {
        return a.isBefore(b) ? a : b;
    }

    /** What the test did and knows by itself: it is there, once and in order. */
    private void remembered(Case one, World world, Diary diary, List<Clock> clocks) {
        assertThat(of(world.steps(), one).stream().map(Line::text))
                .as("forms and acts")
                .isEqualTo(diary.steps);
        assertThat(one.round()).as("round").isEqualTo(diary.rounds());
        assertThat(of(world.closings(), one)).as("times closed").hasSize(one.open() ? one.round() - 1 : one.round());
        assertThat(of(world.twice(), one)).as("done twice").isEmpty();
        assertThat(of(world.early(), one))
                .as("measures against what was not late")
                .isEmpty();
        boolean lawRuns =
                clocks.stream().anyMatch(clock -> clock.name().equals("statutoryMediation") && clock.pending());
        for (String name : diary.knownClocks()) {
            clocks.stream()
                    .filter(clock -> clock.name().equals(name) && clock.pending())
                    .forEach(clock -> assertThat(clock.dueAt())
                            .as("%s, counted from what the test did: %s", name, diary.period(name))
                            .isEqualTo(diary.due(name, days, lawRuns)));
        }
    }

    /** What fired since the plan was made: each at its own moment, none that was not due, none that is still due. */
    void checkFired(Plan plan, LocalDateTime until) {
        List<Map<String, Object>> rows = jdbc.queryForList(
                """
                select a.id_ id, p.business_key_ number, a.proc_inst_id_ instance, a.act_id_ event, a.end_time_ at
                from act_hi_actinst a join act_hi_procinst p on p.proc_inst_id_ = a.proc_inst_id_
                where p.business_key_ is not null and a.act_type_ in ('boundaryTimer', 'intermediateTimer', 'startTimerEvent')
                and a.end_time_ >= ? and a.act_inst_state_ <> 2""",
                Timestamp.valueOf(plan.from().minusSeconds(1)));
        for (Map<String, Object> row : rows) {
            String number = (String) row.get("number");
            if (!firedBefore.add((String) row.get("id"))) {
                continue;
            }
            try {
                checkFired(row, plan, until);
            } catch (AssertionError e) {
                throw new Found(number, e);
            }
        }
    }

    private void checkFired(Map<String, Object> row, Plan plan, LocalDateTime until) {
        String event = (String) row.get("event");
        String variable = variableOfTimer.get(event);
        fired.merge(variable, 1, Integer::sum);
        LocalDateTime at = ((Timestamp) row.get("at")).toLocalDateTime();
        assertThat(at).as("%s fired", event).isBeforeOrEqualTo(until);
        if (variable.equals(CHECKPOINT)) {
            assertThat(firedBefore.add(row.get("number") + event + at))
                    .as("%s at %s, once", event, at)
                    .isTrue();
            return;
        }
        assertThat(firedBefore.add(row.get("instance") + event))
                .as("%s fires once", event)
                .isTrue();
        LocalDateTime due =
                plan.ofCase().getOrDefault((String) row.get("number"), Map.of()).getOrDefault(variable, NEVER);
        if (due.isBefore(plan.from().plusMinutes(2))) {
            assertThat(at).as("%s was due before time was moved", event).isAfterOrEqualTo(due);
        } else {
            assertThat(at).as("%s fired", event).isEqualTo(due);
        }
    }

    /** How often timers fired at each variable. */
    Map<String, Integer> fired() {
        return Map.copyOf(fired);
    }

    /** What an act would leave: if it was refused, this is as it was before. */
    String traces(String caseNumber) {
        return Stream.of(
                        "select count(*) || ' ' || coalesce(max(id), 0) from journal_entry where case_number = ?",
                        "select count(*) || ' ' || coalesce(max(id), 0) from step_record where case_number = ?",
                        "select count(*) || ' ' || coalesce(max(id), 0) from notice where case_number = ?",
                        "select string_agg(id || state || coalesce(due_at, timestamp '9999-12-31') || coalesce(ended_at,"
                                + " timestamp '9999-12-31'), ',' order by id) from ledger_entry where case_number = ?",
                        "select string_agg(t.id_ || coalesce(t.assignee_, ''), ',' order by t.id_) from act_ru_task t"
                                + " join act_ru_execution e on e.id_ = t.proc_inst_id_ where e.business_key_ = ?")
                .map(query -> jdbc.queryForObject(query, String.class, caseNumber))
                .map(Objects::toString)
                .collect(Collectors.joining("\n"));
    }

    private World world(String number) {
        Map<Long, List<PlainDays.Span>> pauses = new HashMap<>();
        jdbc.query(
                "select p.* from ledger_pause p join ledger_entry e on e.id = p.ledger_entry_id"
                        + " where e.case_number like ? order by p.ledger_entry_id, p.from_on, p.ground, p.to_on",
                row -> {
                    pauses.computeIfAbsent(row.getLong("ledger_entry_id"), id -> new ArrayList<>())
                            .add(new PlainDays.Span(date(row, "from_on"), date(row, "to_on")));
                },
                number);
        return new World(
                jdbc.query(
                        "select * from case_record where case_number like ? order by case_number",
                        (row, i) -> new Case(
                                row.getString("case_number"),
                                row.getString("kind"),
                                row.getString("state").equals("OPEN"),
                                row.getString("outcome"),
                                row.getInt("round")),
                        number),
                byCase(
                        jdbc.query(
                                "select * from ledger_entry where case_number like ? order by id",
                                (row, i) -> clock(row, pauses),
                                number),
                        Clock::caseNumber),
                byCase(
                        jdbc.query(
                                "select id_, business_key_ number, proc_def_id_ from act_ru_execution"
                                        + " where parent_id_ is null and business_key_ like ?",
                                (row, i) -> new Instance(
                                        row.getString("id_"),
                                        row.getString("number"),
                                        row.getString("proc_def_id_").replaceAll(":.*", "")),
                                number),
                        Instance::caseNumber),
                byCase(
                        jdbc.query(
                                "select e.business_key_ number, t.*, v.long_ clock_run from act_ru_task t join act_ru_execution e"
                                        + " on e.id_ = t.proc_inst_id_ left join act_ru_variable v"
                                        + " on v.proc_inst_id_ = t.proc_inst_id_ and v.name_ = 'clockRun'"
                                        + " where e.business_key_ like ?",
                                (row, i) -> new OpenTask(
                                        row.getString("number"),
                                        row.getString("task_def_key_"),
                                        time(row, "due_date_"),
                                        row.getInt("priority_"),
                                        row.getObject("clock_run") == null ? null : row.getInt("clock_run")),
                                number),
                        OpenTask::caseNumber),
                byCase(
                        jdbc.query(
                                "select e.business_key_ number, d.act_id_, j.duedate_, j.retries_ from act_ru_job j"
                                        + " join act_ru_jobdef d on d.id_ = j.job_def_id_ join act_ru_execution e"
                                        + " on e.id_ = j.process_instance_id_"
                                        + " where j.type_ = 'timer' and e.business_key_ like ?",
                                (row, i) -> new Timer(
                                        row.getString("number"),
                                        row.getString("act_id_"),
                                        time(row, "duedate_"),
                                        row.getInt("retries_")),
                                number),
                        Timer::caseNumber),
                byCase(
                        jdbc.query(
                                "select e.business_key_ number, e.proc_def_id_, v.name_, v.long_ from act_ru_variable v"
                                        + " join act_ru_execution e on e.id_ = v.proc_inst_id_"
                                        + " where v.type_ = 'date' and e.business_key_ like ?",
                                (row, i) -> new Variable(
                                        row.getString("number"),
                                        row.getString("proc_def_id_").replaceAll(":.*", ""),
                                        row.getString("name_"),
                                        LocalDateTime.ofInstant(
                                                Instant.ofEpochMilli(row.getLong("long_")), ZoneId.systemDefault())),
                                number),
                        Variable::caseNumber),
                lines("select case_number, task from step_record where case_number like ? order by id", number),
                lines(
                        "select case_number, detail from journal_entry where action = '办结' and case_number like ?",
                        number),
                lines(TWICE, number, number, number),
                lines(
                        "select case_number, measure || ' of ' || clock from measure_taken where taken_at <= due_at"
                                + " and measure not in ('REMIND', 'YELLOW') and case_number like ?",
                        number));
    }

    private Map<String, List<Line>> lines(String query, Object... numbers) {
        return byCase(
                jdbc.query(query, (row, i) -> new Line(row.getString(1), row.getString(2)), numbers), Line::caseNumber);
    }

    private static Clock clock(ResultSet row, Map<Long, List<PlainDays.Span>> pauses) throws SQLException {
        return new Clock(
                row.getLong("id"),
                row.getString("case_number"),
                row.getString("clock"),
                row.getInt("run"),
                new PlainDays.Period(
                        time(row, "started_at"),
                        row.getInt("amount") + row.getInt("extended_by"),
                        row.getString("unit"),
                        row.getString("roll"),
                        date(row, "agreed_on"),
                        pauses.getOrDefault(row.getLong("id"), List.of())),
                row.getString("timer"),
                row.getInt("remind_before"),
                row.getInt("task_earlier"),
                date(row, "not_after"),
                time(row, "due_at"),
                row.getBoolean("provisional"),
                row.getString("state"),
                time(row, "ended_at"));
    }

    private static LocalDateTime time(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toLocalDateTime();
    }

    private static LocalDate date(ResultSet row, String column) throws SQLException {
        Date date = row.getDate(column);
        return date == null ? null : date.toLocalDate();
    }

    private static <T> Map<String, List<T>> byCase(Collection<T> rows, Function<T, String> number) {
        return rows.stream().collect(groupingBy(number));
    }

    private static <T> List<T> of(Map<String, List<T>> rows, Case one) {
        return rows.getOrDefault(one.number(), List.of());
    }
}
