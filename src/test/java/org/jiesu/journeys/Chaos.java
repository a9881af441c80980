package org.jiesu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jiesu.journeys.Bureau.Answer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Some months of a bureau at random: letters arrive, clerks do this or that or nothing, time jumps, the application is
 * killed. The seed alone decides; after every act its case is audited, after every jump all of them.
 */
final class Chaos implements AutoCloseable {

    private static final LocalDateTime BEGINNING = LocalDateTime.of(2026, 9, 14, 9, 0);
    private static final int TURNS = 120;
    /** Acts for each case, so that most come to an end and some stay on the way. */
    private static final int ACTS = 12;

    /** More than the acts between two jumps ever take. */
    private static final Duration ACTS_TAKE = Duration.ofMinutes(10);

    /** From so many cases on the run is a long one: the power fails more often, and it gets everywhere. */
    static final int MANY = 500;

    private static final int TRIES = 4;
    private static final String TEXT = "已如实记载本步骤办理经过";
    private static final String[] CONTACT_WAYS = {"PHONE", "SMS", "ONLINE", "IN_PERSON", "LETTER"};

    private final long seed;
    private final int cases;
    private final Random random;
    private final ApplicationProcess application;
    private final SingleConnectionDataSource connection;
    private final JdbcTemplate jdbc;
    private final PlainDays days = new PlainDays();
    private final Audit audit;
    private final Map<String, Diary> diaries = new LinkedHashMap<>();
    private final Map<String, Integer> tally = new TreeMap<>();

    private Bureau bureau;
    private LocalDateTime now = BEGINNING;
    private Instant since = Instant.now();
    private int step;
    private int received;

    Chaos(long seed, int cases, String database, Path log) {
        this.seed = seed;
        this.cases = cases;
        this.random = new Random(seed);
        this.application = new ApplicationProcess(database, log, cases < MANY);
        this.connection = new SingleConnectionDataSource(database, "postgres", "", true);
        this.jdbc = new JdbcTemplate(connection);
        this.audit = new Audit(jdbc, days);
    }

    void run() throws Exception {
        System.out.printf("Chaos: seed %d, %d cases%n", seed, cases);
        start(now);
        try {
            for (int turn = 1; turn <= TURNS; turn++) {
                turn(turn);
            }
            moveTo(now.plusDays(15));
            moveTo(now.plusDays(20));
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(report(e), e);
        }
    }

    private void turn(int turn) throws Exception {
        int expected = Math.min(cases, cases * turn * 5 / (TURNS * 3));
        while (received < expected) {
            receive();
        }
        int acts = cases * ACTS * turn / TURNS - cases * ACTS * (turn - 1) / TURNS;
        for (int i = 0; i < acts; i++) {
            act();
        }
        if (turn == TURNS / 3 || chance(4)) {
            announce(notice());
        }
        if (turn % (cases < MANY ? TURNS / 2 + 1 : TURNS / 4) == 0) {
            powerFails();
        }
        jump();
        if (turn % (TURNS / 6) == 0) {
            System.out.printf("  turn %d of %d, %s, fired %s%n", turn, TURNS, now, audit.fired());
        }
    }

    // ---- time

    /** Minutes to weeks; some jumps end just before a period does, and the next one just after it. */
    private void jump() {
        if (chance(25) && stopAtTheEndOfAPeriod()) {
            return;
        }
        int kind = random.nextInt(100);
        Duration jump = kind < 45
                ? Duration.ofMinutes(10 + random.nextInt(110))
                : kind < 82
                        ? Duration.ofHours(2 + random.nextInt(14))
                        : kind < 95
                                ? Duration.ofHours(24 + random.nextInt(48))
                                : kind < 99
                                        ? Duration.ofDays(5 + random.nextInt(8))
                                        : Duration.ofDays(14 + random.nextInt(15));
        moveTo(calm(now.plus(jump)));
    }

    private boolean stopAtTheEndOfAPeriod() {
        List<LocalDateTime> ends = jdbc
                .queryForList(
                        "select due_at from ledger_entry where ended_at is null and due_at > ? and due_at < ?"
                                + " order by due_at, case_number, clock",
                        Timestamp.class,
                        Timestamp.valueOf(now.plusHours(1)),
                        Timestamp.valueOf(now.plusDays(3)))
                .stream()
                .map(Timestamp::toLocalDateTime)
                .toList();
        if (ends.isEmpty()) {
            return false;
        }
        LocalDateTime end = pick(ends);
        moveTo(end.minusMinutes(5));
        moveTo(end.plusSeconds(1));
        if (calm(now).isAfter(now)) {
            moveTo(calm(now));
        }
        return true;
    }

    /** Acts take real time: what is due or changes its light shall not do so in the middle of them. */
    private LocalDateTime calm(LocalDateTime moment) {
        LocalTime time = moment.toLocalTime();
        if (time.isAfter(LocalTime.of(23, 59).minus(ACTS_TAKE))) {
            return calm(moment.toLocalDate().plusDays(1).atTime(0, 1));
        }
        if (time.isBefore(LocalTime.of(8, 31))
                && time.isAfter(LocalTime.of(8, 30).minus(ACTS_TAKE))) {
            return calm(moment.toLocalDate().atTime(8, 31));
        }
        return jdbc
                .queryForList(
                        """
                        select due_at from ledger_entry where ended_at is null
                        union all
                        select due_at - remind_before * interval '1 minute' from ledger_entry
                        where ended_at is null and unit in ('MINUTES', 'HOURS')""",
                        Timestamp.class)
                .stream()
                .filter(Objects::nonNull)
                .map(Timestamp::toLocalDateTime)
                .filter(due -> !due.isBefore(moment) && due.isBefore(moment.plus(ACTS_TAKE)))
                .max(Comparator.naturalOrder())
                .map(due -> calm(due.plusSeconds(2)))
                .orElse(moment);
    }

    private void moveTo(LocalDateTime target) {
        step++;
        Audit.Plan plan = audit.plan(now);
        bureau.moveTo(target);
        itIs(target);
        count("jump");
        audit.checkFired(plan, now);
        audit.checkAll(diaries, now, true);
    }

    // ---- the calendar

    /** A made-up notice: the year to come, or some days of this one changed, as in 2019 and 2020. */
    private ObjectNode notice() throws IOException {
        int year = chance(50) ? 2027 : now.getYear();
        ObjectNode notice = Bureau.JSON
                .createObjectNode()
                .put("year", year)
                .set("papers", Bureau.JSON.createArrayNode().add("虚构的通知第" + step + "号"));
        TreeMap<LocalDate, Boolean> off = days.notice(year);
        LocalDate first = year == now.getYear() ? now.toLocalDate() : LocalDate.of(year, 1, 1);
        for (int i = 0; i < 6; i++) {
            LocalDate day = first.plusDays(random.nextInt(90));
            if (day.getYear() == year) {
                off.put(day, days.isWorking(day));
            }
        }
        var list = notice.putArray("days");
        off.forEach((day, isOff) -> list.addObject()
                .put("name", "虚构的节日")
                .put("date", day.toString())
                .put("isOffDay", isOff));
        return notice;
    }

    private void announce(ObjectNode notice) {
        step++;
        everyone("a notice for " + notice.path("year") + " is brought in");
        Answer applied = bring(notice).expect(200);
        days.read(notice);
        count("notice");
        audit.checkAll(diaries, now, false);
        if (chance(50)) {
            Answer again = bring(notice).expect(200);
            assertThat(again.json().path("moved"))
                    .as("moved by the same notice")
                    .isEmpty();
            count("notice once more");
        }
        tally.merge("clocks moved by notices", applied.json().path("moved").size(), Integer::sum);
    }

    private Answer bring(ObjectNode notice) {
        return bureau.put("modeler", "/api/calendar/" + notice.path("year").asInt(), notice.toString());
    }

    private void itIs(LocalDateTime moment) {
        now = moment;
        since = Instant.now();
    }

    private void everyone(String what) {
        diaries.values().forEach(diary -> diary.note(step, now, what));
    }

    // ---- the power

    private void start(LocalDateTime moment) throws IOException, InterruptedException {
        application.start(moment);
        bureau = new Bureau(application.port(), null);
    }

    /** In the middle of an act: it was done wholly or not at all. Then nothing runs for a while. */
    private void powerFails() throws Exception {
        step++;
        if (chance(40)) {
            powerFailsDuring(notice());
            return;
        }
        Task task = pick(tasks("%"));
        Map<String, Object> form = form(task);
        String clock = extendedClock(task);
        Diary diary = diaries.get(task.caseNumber());
        diary.note(step, now, "the power fails during " + task + " " + form);
        String before = audit.traces(task.caseNumber());
        powerFailsDuring(() -> new CaseFile(bureau, task.caseNumber()).complete(task.user(), task.id(), form));
        int done = jdbc.queryForObject(
                "select count(*) from step_record where case_number = ?", Integer.class, task.caseNumber());
        if (done > diary.steps.size()) {
            diary.done(task.key(), form, now, days);
            if (clock != null) {
                diary.decided(clock, "true".equals(form.get("approved")));
            }
            count("power failure after the act");
        } else {
            assertThat(audit.traces(task.caseNumber()))
                    .as("an act that was not finished")
                    .isEqualTo(before);
        }
        powerReturns();
        audit.checkAll(diaries, now, true);
    }

    /** What the notice had moved is kept, and bringing it in again moves the rest. */
    private void powerFailsDuring(ObjectNode notice) throws Exception {
        everyone("the power fails while a notice for " + notice.path("year") + " is brought in");
        powerFailsDuring(() -> bring(notice));
        start(now.plus(Duration.between(since, Instant.now())));
        bring(notice).expect(200);
        days.read(notice);
        count("power failure during a notice");
        audit.checkAll(diaries, now, false);
    }

    private void powerFailsDuring(Supplier<Answer> act) throws Exception {
        CompletableFuture<Answer> running = CompletableFuture.supplyAsync(act);
        try {
            running.get(random.nextInt(80), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // That is what is tried.
        }
        application.kill();
        // The database learns of it a moment later, and then finishes or forgets what it was told.
        while (jdbc.queryForObject(
                        "select count(*), pg_sleep(0.05) from pg_stat_activity"
                                + " where datname = current_database() and pid <> pg_backend_pid()",
                        (row, i) -> row.getInt(1))
                > 0) {}
        count("power failure");
    }

    /** Nothing ran for a while; what fell due meanwhile happens now. */
    private void powerReturns() throws IOException, InterruptedException {
        LocalDateTime back = calm(now.plus(ACTS_TAKE).plusMinutes(random.nextInt(4000)));
        Audit.Plan plan = audit.plan(back);
        start(back);
        bureau.moveTo(back.plus(ACTS_TAKE));
        itIs(back.plus(ACTS_TAKE));
        find();
        everyone("the application runs again");
        audit.checkFired(plan, now);
    }

    // ---- what arrives

    private void receive() {
        step++;
        received++;
        boolean complaint = chance(65);
        Letter letter = complaint ? Letter.complaint() : Letter.report();
        if (chance(15)) {
            letter = without(letter, "phone");
        }
        if (chance(25)) {
            ObjectNode respondent =
                    (ObjectNode) letter.body().path("respondent").deepCopy();
            letter = letter.with("respondent", respondent.put("town", pick(List.of("老城街道", "石横镇", "仪阳街道"))));
        }
        if (chance(8)) {
            letter = letter.with("urgent", true);
        }
        if (chance(3)) {
            letter = letter.with("kind", "CONSULTATION");
        }
        if (chance(3)) {
            letter = letter.with("receivedAt", "2026-04-13T15:00:00+08:00");
        } else if (chance(15)) {
            letter = letter.with("receivedAt", at(now.minusHours(1 + random.nextInt(60))));
        }
        if (chance(45)) {
            letter = letter.by12345(now.minusMinutes(10 + random.nextInt(600)));
        }
        CaseFile file = bureau.receive(letter);
        Diary diary = open(
                file.number(),
                jdbc.queryForObject("select kind from case_record where case_number = ?", String.class, file.number()),
                letter);
        diary.note(step, now, "received");
        audit.check(diary, now);
    }

    private static Letter without(Letter letter, String field) {
        ObjectNode complainant = (ObjectNode) letter.body().path("complainant").deepCopy();
        return letter.with("complainant", complainant.without(field));
    }

    private Diary open(String number, String kind, Letter letter) {
        Diary diary = new Diary(number, kind, letter);
        diary.patience = chance(15) ? random.nextInt(9) : Integer.MAX_VALUE;
        diaries.put(number, diary);
        count("case " + kind);
        return diary;
    }

    /** Cases that came of an act on another one. */
    private void find() {
        if (jdbc.queryForObject("select count(*) from case_record", Integer.class) != diaries.size()) {
            jdbc.query("select case_number, kind from case_record order by registered_at, case_number", row -> {
                String number = row.getString(1);
                if (!diaries.containsKey(number)) {
                    open(number, row.getString(2), null);
                }
            });
        }
    }

    // ---- what is done

    private record Task(String caseNumber, String id, String key, String user) {}

    private void act() throws Exception {
        List<String> open = jdbc
                .queryForList(
                        "select case_number from case_record where state = 'OPEN' order by case_number", String.class)
                .stream()
                .filter(number -> diaries.get(number).patience > 0)
                .toList();
        step++;
        if (chance(6)) {
            channelWrites();
        } else if (!open.isEmpty()) {
            Diary diary = diaries.get(pick(open));
            diary.patience--;
            switch (random.nextInt(25)) {
                case 0 -> beside(diary, "centre", "withdrawal", "Withdrawal", "settled", chance(40));
                case 1 -> besideTask(diary, "contacts");
                case 2 -> besideTask(diary, "clues");
                case 3 -> anotherHandler(diary);
                case 4 -> beside(diary, "leader", "instructions", "Instruction");
                case 5, 6, 7 -> actOnClock(diary);
                default -> work(diary);
            }
            audit.check(diary, now);
        }
    }

    private void work(Diary diary) throws Exception {
        List<Task> tasks = tasks(diary.number);
        if (tasks.isEmpty()) {
            throw new Audit.Found(diary.number, new AssertionError("an open case without a task"));
        }
        Task task = pick(tasks);
        for (int tried = 0; tried < TRIES; tried++) {
            if (tryToWork(diary, task)) {
                return;
            }
        }
    }

    private boolean tryToWork(Diary diary, Task task) throws Exception {
        Map<String, Object> form = form(task);
        CaseFile file = new CaseFile(bureau, diary.number);
        String before = audit.traces(diary.number);
        String clock = extendedClock(task);
        Answer answer = chance(4) ? twiceAtOnce(file, task, form) : file.complete(task.user(), task.id(), form);
        diary.note(step, now, answer.status() + " " + task.user() + " " + task.key() + " " + form + refusal(answer));
        if (answer.status() != 204) {
            assertThat(answer.status())
                    .as("only the form of an open task can be wrong: %s", answer.text())
                    .isEqualTo(400);
            refused(diary, before, answer);
            count("refused " + task.key());
            return false;
        }
        diary.done(task.key(), form, now, days);
        if (clock != null) {
            diary.decided(clock, "true".equals(form.get("approved")));
        }
        count("done " + task.key());
        find();
        if (chance(5)) {
            String after = audit.traces(diary.number);
            Answer again = file.complete(task.user(), task.id(), form);
            diary.note(step, now, again.status() + " the same once more");
            assertThat(again.status()).as("the same form once more").isBetween(400, 499);
            assertThat(audit.traces(diary.number))
                    .as("traces of the same form once more")
                    .isEqualTo(after);
            count("the same form once more");
        }
        return true;
    }

    /** The clock for which more time was asked; null where the task is another one. */
    private String extendedClock(Task task) {
        return jdbc
                .queryForList(
                        "select v.text_ from act_ru_variable v join act_ru_task t on t.proc_inst_id_ = v.proc_inst_id_"
                                + " where v.name_ = 'extendedClock' and t.id_ = ?",
                        String.class,
                        task.id())
                .stream()
                .findFirst()
                .orElse(null);
    }

    /** A double click: whichever comes first, the other finds nothing to do. */
    private Answer twiceAtOnce(CaseFile file, Task task, Map<String, Object> form) throws Exception {
        CompletableFuture<Answer> other =
                CompletableFuture.supplyAsync(() -> file.complete(task.user(), task.id(), form));
        Answer one = file.complete(task.user(), task.id(), form);
        Answer two = other.get();
        count("double click");
        Answer first = two.status() == 204 ? two : one;
        Answer second = first == two ? one : two;
        assertThat(second.status())
                .as("the second of two clicks: %s", second.text())
                .isBetween(400, 499);
        return first;
    }

    private void refused(Diary diary, String before, Answer answer) {
        assertThat(answer.status())
                .as("answer %s", answer.text())
                .isBetween(400, 499)
                .as("everybody is known")
                .isNotEqualTo(401);
        assertThat(audit.traces(diary.number)).as("traces of what was refused").isEqualTo(before);
    }

    private static String refusal(Answer answer) {
        return answer.status() < 300 ? "" : " " + answer.sentence();
    }

    /** Whoever holds a task of a case may write down what was said and what else was found. */
    private void besideTask(Diary diary, String act) {
        List<Task> tasks = tasks(diary.number);
        if (tasks.isEmpty()) {
            return;
        }
        String user = pick(tasks).user();
        if (act.equals("clues")) {
            String day = now.toLocalDate().minusDays(random.nextInt(3)).toString();
            assertThat(beside(diary, user, act, null, "facts", TEXT, "discoveredOn", day))
                    .as("a clue that %s found is taken in", user)
                    .isTrue();
            clueIsLookedInto(diary);
        } else {
            String party = chance(50) ? "COMPLAINANT" : "RESPONDENT";
            String way = pick(List.of(CONTACT_WAYS));
            assertThat(beside(diary, user, act, "Contact", "party", party, "way", way, "result", TEXT))
                    .as("what %s was told is written down", user)
                    .isTrue();
        }
    }

    /** By the unit that found it; before any unit is named, it is dispatched first. */
    private void clueIsLookedInto(Diary source) {
        String clue = jdbc.queryForObject(
                "select max(linked_number) from case_link where case_number = ? and relation = 'CLUE_FOUND'",
                String.class,
                source.number);
        assertThat(tasks(clue).stream().map(Task::key))
                .as("where the clue %s is", clue)
                .containsAnyElementsOf(
                        unit(source) == null ? List.of("Task_ConfirmDispatch", "Task_SignIn") : List.of("Task_Verify"));
        count("clue " + (unit(source) == null ? "before dispatch" : "of a unit"));
        audit.check(diaries.get(clue), now);
    }

    private String unit(Diary diary) {
        return jdbc.queryForObject(
                "select handling_unit from case_record where case_number = ?", String.class, diary.number);
    }

    private void anotherHandler(Diary diary) {
        String unit = unit(diary);
        if (unit != null) {
            beside(diary, unit + "-head", "handler", "NameHandler", "userId", chance(50) ? unit : unit + "-head");
        }
    }

    private void actOnClock(Diary diary) {
        List<String> clocks = jdbc.queryForList(
                "select distinct clock from ledger_entry where case_number = ? and ended_at is null order by clock",
                String.class,
                diary.number);
        if (clocks.isEmpty()) {
            return;
        }
        String clock = clocks.contains("mediation") && chance(50) ? "mediation" : pick(clocks);
        String handler = jdbc.queryForObject(
                "select coalesce(handler, 'centre') from case_record where case_number = ?",
                String.class,
                diary.number);
        String at = "clocks/" + clock + "/";
        LocalDate day = now.toLocalDate().minusDays(random.nextInt(4));
        String ground = pick(List.of("TESTING", "APPRAISAL", "INSPECTION"));
        switch (random.nextInt(3)) {
            case 0 -> {
                if (beside(diary, handler, at + "pauses", "PauseClock", "from", day.toString(), "ground", ground)) {
                    diary.paused(clock, ground, day);
                }
            }
            case 1 -> {
                String of = chance(50) ? null : ground;
                if (beside(diary, handler, at + "resumption", "ResumeClock", "on", day.toString(), "ground", of)) {
                    diary.resumed(clock, of, day);
                }
            }
            default -> {
                int more = 1 + random.nextInt(12);
                if (beside(diary, handler, at + "extensions", "RequestExtension", "amount", more)) {
                    diary.askedForMore(clock, more);
                }
            }
        }
    }

    /** Whether it was done; what has to be said of the case by then is for the caller to check. */
    private boolean beside(Diary diary, String user, String act, String name, Object... values) {
        Map<String, Object> body = new HashMap<>(Map.of("reason", TEXT, "text", TEXT));
        for (int i = 0; i < values.length; i += 2) {
            body.put((String) values[i], values[i + 1]);
        }
        String before = audit.traces(diary.number);
        Answer answer = bureau.post(user, "/api/cases/" + diary.number + "/" + act, body);
        diary.note(step, now, answer.status() + " " + user + " " + act + " " + body + refusal(answer));
        // A request for more time that comes too late is refused and stays on record.
        boolean recorded = answer.status() < 300 || answer.sentence().contains("已记入办理记录");
        if (!recorded) {
            refused(diary, before, answer);
        } else if (name != null) {
            diary.steps.add(name);
        }
        count((answer.status() < 300 ? "done " : recorded ? "refused for the record " : "refused ") + act);
        find();
        return answer.status() < 300;
    }

    /** Another message under the number of an order, or the same once more. */
    private void channelWrites() {
        List<Diary> orders = diaries.values().stream()
                .filter(diary -> diary.letter != null && diary.letter.body().has("externalNumber"))
                .toList();
        if (orders.isEmpty()) {
            return;
        }
        Diary diary = pick(orders);
        boolean closed = jdbc.queryForObject(
                        "select state from case_record where case_number = ?", String.class, diary.number)
                .equals("CLOSED");
        String event = pick(closed ? List.of("REDO", "URGE", "") : List.of("URGE", "SUPPLEMENT", "CANCEL", "REDO", ""));
        String before = audit.traces(diary.number);
        Letter letter = event.isEmpty()
                ? diary.letter
                : diary.letter
                        .with("event", event)
                        .with("content", TEXT + step)
                        .dispatchedAt(event.equals("REDO") ? now.minusMinutes(1) : dispatchedAt(diary.letter));
        Answer answer = bureau.register(letter).expect(200);
        diary.note(step, now, "the channel writes " + event + refusal(answer));
        if (event.isEmpty()) {
            assertThat(audit.traces(diary.number))
                    .as("the same letter once more")
                    .isEqualTo(before);
        } else if (event.equals("REDO") && closed) {
            diary.reopened();
        }
        count("channel " + event + (closed ? " after the end" : ""));
        audit.check(diary, now);
    }

    private static LocalDateTime dispatchedAt(Letter letter) {
        return OffsetDateTime.parse(
                        letter.body().path("channelTimes").path("dispatchedAt").asText())
                .toLocalDateTime();
    }

    private Map<String, Object> form(Task task) {
        String kind = diaries.get(task.caseNumber()).kind;
        List<String> others = diaries.values().stream()
                .filter(other -> other.kind.equals(kind) && !other.number.equals(task.caseNumber()))
                .map(other -> other.number)
                .toList();
        return RandomForm.of(
                task.key(), random, now.toLocalDate(), others.isEmpty() ? task.caseNumber() : pick(others));
    }

    /** The open tasks, each with somebody who may do it: its holder, or one of its groups (each has a user of its name). */
    private List<Task> tasks(String caseNumber) {
        List<Task> tasks = new ArrayList<>();
        jdbc.query(
                """
                select e.business_key_ number, t.id_ id, t.task_def_key_ task, t.assignee_ assignee,
                    (select string_agg(l.group_id_, ',' order by l.group_id_) from act_ru_identitylink l
                     where l.task_id_ = t.id_ and l.group_id_ is not null) candidates
                from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
                where e.business_key_ like ? order by number, task, t.create_time_""",
                row -> {
                    String holder = row.getString("assignee");
                    String user = holder != null
                            ? holder
                            : pick(List.of(row.getString("candidates").split(",")));
                    tasks.add(new Task(row.getString("number"), row.getString("id"), row.getString("task"), user));
                },
                caseNumber);
        return tasks;
    }

    // ---- small things

    private static String at(LocalDateTime moment) {
        return moment.atOffset(Bureau.CHINA).toString();
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private void count(String what) {
        tally.merge(what, 1, Integer::sum);
    }

    private String report(Throwable e) {
        String number = e instanceof Audit.Found found ? found.caseNumber : lastTouched();
        Diary diary = diaries.get(number);
        return """
                %s
                Seed %d, step %d, %s. Again: mvn test -Dtest=ChaosTest -Dchaos.cases=%d -Dchaos.seed=%d
                What happened to %s:
                  %s"""
                .formatted(
                        e.getMessage(),
                        seed,
                        step,
                        now,
                        cases,
                        seed,
                        number,
                        diary == null ? "" : String.join("\n  ", diary.acts));
    }

    private String lastTouched() {
        return diaries.values().stream()
                .filter(diary -> diary.acts.stream().anyMatch(act -> act.startsWith(step + " ")))
                .map(diary -> diary.number)
                .findFirst()
                .orElse("");
    }

    Map<String, Integer> timersFired() {
        return audit.fired();
    }

    List<String> outcomes() {
        return jdbc.queryForList(
                "select outcome || ' ' || count(*) from case_record where outcome is not null group by outcome order by 1",
                String.class);
    }

    String summary() {
        return "Chaos: seed %d, %d cases, %d steps until %s%n  fired %s%n  outcomes %s%n  %s"
                .formatted(seed, diaries.size(), step, now, audit.fired(), outcomes(), tally);
    }

    @Override
    public void close() throws InterruptedException {
        connection.destroy();
        application.kill();
    }
}
