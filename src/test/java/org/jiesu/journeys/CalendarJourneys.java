package org.jiesu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.jiesu.deadlines.NaiveCalendar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** All journeys share one calendar: whatever is brought in here is withdrawn again. */
@DisplayName("跨年的期限先是暂定；新一年的放假安排公布后重算，定时器一起移动")
abstract class CalendarJourneys extends Journeys {

    private static final LocalDateTime BEFORE_THE_NEW_YEAR = LocalDateTime.of(2026, 12, 24, 10, 0);
    private static final String PATH = "/api/calendar/2027";
    private static final String MADE_UP = resource("/notices/2027-made-up.json");
    private static final NaiveCalendar WEEKENDS_ONLY = NaiveCalendar.of("/calendar/2026.json");
    private static final NaiveCalendar WITH_2027 =
            NaiveCalendar.of("/calendar/2026.json", "/notices/2027-made-up.json");
    /** More than are counted in one transaction. */
    private static final int MANY = 12;

    @Autowired
    private DataSource database;

    @Autowired
    private PowerCut power;

    private JdbcTemplate jdbc;

    @BeforeEach
    void beforeTheNewYear() {
        jdbc = new JdbcTemplate(database);
        bureau.itIs(BEFORE_THE_NEW_YEAR);
    }

    @AfterEach
    void leaveTheCalendarAsItWas() {
        bureau.delete("modeler", PATH);
        assertThat(bureau.get("modeler", "/api/calendar")
                        .json()
                        .path("publishedUntil")
                        .asText())
                .isEqualTo("2026-12-31");
    }

    @Test
    @DisplayName("2026-12-24 收到：日期处处标为暂定；导入后正好移到逐日数出来的那一天，再导入一次什么也不动")
    void movesExactlyWhatANaiveRecountSays() {
        JsonNode registered = bureau.register(Letter.complaint()).expect(201).json();
        CaseFile file = new CaseFile(
                bureau, registered.path("cases").path(0).path("caseNumber").asText());
        String code = registered.path("receiptCode").asText();
        assertThat(file.due("acceptance").toLocalDate()).isEqualTo("2027-01-04");
        assertThat(provisional(file, code)).containsOnly(true);
        file.work("centre", "Task_DecideAcceptance");
        assertThat(file.due("mediation")).isEqualTo(endOf(WEEKENDS_ONLY.workingDaysAfter(today(), 45)));
        assertThat(file.due("statutoryMediation")).isEqualTo(endOf(today().plusDays(60)));
        Map<String, LocalDateTime> before = ledger();
        assertThat(jobs(file))
                .contains(
                        file.due("mediation").plusSeconds(1),
                        file.due("statutoryMediation").plusSeconds(1));

        Bureau.Answer dryRun =
                bureau.put("modeler", PATH + "?dryRun=true", MADE_UP).expect(200);
        assertThat(dryRun.json().path("changedDays")).hasSizeGreaterThan(20);
        assertThat(ledger()).as("nothing is written").isEqualTo(before);
        List<String> foreseen = moved(dryRun);

        List<String> applied = moved(bureau.put("modeler", PATH, MADE_UP).expect(200));
        Map<String, LocalDateTime> after = ledger();
        assertThat(applied)
                .containsExactlyInAnyOrderElementsOf(foreseen)
                .containsExactlyInAnyOrderElementsOf(differences(before, after))
                .isNotEmpty();
        assertThat(file.due("mediation")).isEqualTo(endOf(WITH_2027.workingDaysAfter(today(), 45)));
        assertThat(file.due("statutoryMediation")).isEqualTo(endOf(WITH_2027.daysAfter(today(), 60)));
        assertThat(jobs(file))
                .contains(
                        file.due("mediation").plusSeconds(1),
                        file.due("statutoryMediation").plusSeconds(1));
        assertThat(file.clockState("acceptance")).isEqualTo("MET");
        assertThat(file.due("acceptance").toLocalDate())
                .as("what was done in time")
                .isEqualTo("2027-01-04");
        assertThat(provisional(file, code)).containsOnly(false);
        assertThat(file.journal()).filteredOn("节假日安排调整"::equals).hasSize(1);
        assertThat(file.dueOf("centre", "Task_ConfirmDispatch")).isEqualTo(file.due("dispatch"));

        JsonNode again = bureau.put("modeler", PATH, MADE_UP).expect(200).json();
        assertThat(again.path("moved")).isEmpty();
        assertThat(again.path("changedDays")).isEmpty();
        assertThat(ledger()).isEqualTo(after);
        assertThat(file.journal()).filteredOn("节假日安排调整"::equals).hasSize(1);

        bureau.delete("modeler", PATH).expect(200);
        assertThat(ledger()).as("withdrawn").isEqualTo(before);
        bureau.delete("modeler", PATH).expect(409);
    }

    @Test
    @DisplayName("导入中途断电：再导入一次，结果和一次完成的一样，谁也没有被算两遍")
    void takesUpWhatAPowerCutLeft() {
        List<CaseFile> files = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            files.add(bureau.receive(Letter.report()));
        }
        assertThat(datesOf(files, "verification")).containsOnly(endOf(WEEKENDS_ONLY.workingDaysAfter(today(), 15)));
        List<String> foreseen =
                moved(bureau.put("modeler", PATH + "?dryRun=true", MADE_UP).expect(200));

        Map<String, LocalDateTime> before = ledger();
        long cases = before.keySet().stream()
                .map(clock -> clock.split(" ")[0])
                .distinct()
                .count();
        power.after(MANY - 2);
        assertThat(bureau.put("modeler", PATH, MADE_UP).status()).isEqualTo(500);
        JsonNode cut = bureau.get("modeler", "/api/calendar").json();
        assertThat(cut.path("unfinished").asLong()).isPositive().isLessThan(cases);
        List<String> done = differences(before, ledger());
        assertThat(bureau.get("modeler", "/api/calendar/warning")
                        .json()
                        .path("warning")
                        .asText())
                .contains("没有重新计算");
        List<String> rest = moved(bureau.put("modeler", PATH, MADE_UP).expect(200));
        assertThat(rest).isNotEmpty();
        assertThat(Stream.concat(done.stream(), rest.stream()))
                .as("each clock in one of the two runs")
                .containsExactlyInAnyOrderElementsOf(foreseen);
        assertThat(bureau.get("modeler", "/api/calendar")
                        .json()
                        .path("unfinished")
                        .asInt())
                .isZero();
        assertThat(datesOf(files, "verification")).containsOnly(endOf(WITH_2027.workingDaysAfter(today(), 15)));
        assertThat(files).allSatisfy(file -> assertThat(jdbc.queryForObject(
                        "select count(*) from journal_entry where case_number = ? and action = '节假日安排调整'",
                        Integer.class,
                        file.number()))
                .isOne());
    }

    @Test
    @DisplayName("只有流程管理员可以导入；有错的安排不收，并逐项说明")
    void refusesStrangersAndFaults() {
        bureau.put("centre", PATH + "?dryRun=true", MADE_UP).expect(403);
        bureau.put("admin", PATH, MADE_UP).expect(403);
        bureau.delete("supervisor", PATH).expect(403);
        Bureau.Answer faults = bureau.put(
                        "modeler",
                        PATH,
                        """
                        {"year": 2026, "papers": [], "days": [{"name": "元旦", "date": "2027-13-01", "isOffDay": true}]}""")
                .expect(400);
        assertThat(faults.wrongFields()).containsExactly("year", "papers", "days[0].date");
        assertThat(bureau.put("modeler", PATH, "{").expect(400).wrongFields()).containsExactly("json");
        assertThat(bureau.get("modeler", "/api/calendar")
                        .json()
                        .path("publishedUntil")
                        .asText())
                .isEqualTo("2026-12-31");
    }

    @Test
    @DisplayName("年底前六十天起提醒能导入的人；健康检查照常，有权的人看得到详情")
    void warnsSixtyDaysBefore() {
        bureau.itIs(LocalDateTime.of(2026, 10, 31, 23, 0));
        assertThat(warning("modeler")).isEmpty();
        bureau.itIs(LocalDateTime.of(2026, 11, 1, 0, 0));
        assertThat(warning("modeler")).contains("2027 年的放假安排还没有导入");
        assertThat(warning("centre")).isEmpty();

        JsonNode open = bureau.getPublic("/actuator/health", "").expect(200).json();
        assertThat(open.path("status").asText()).isEqualTo("UP");
        assertThat(open.has("components")).isFalse();
        assertThat(bureau.get("centre", "/actuator/health").json().has("components"))
                .isFalse();
        JsonNode calendar = bureau.get("modeler", "/actuator/health")
                .expect(200)
                .json()
                .path("components")
                .path("calendar");
        assertThat(calendar.path("status").asText()).isEqualTo("UP");
        assertThat(calendar.path("details").path("warning").asText()).contains("2027");

        bureau.put("modeler", PATH, MADE_UP).expect(200);
        assertThat(warning("modeler")).isEmpty();
    }

    private String warning(String user) {
        return bureau.get(user, "/api/calendar/warning")
                .expect(200)
                .json()
                .path("warning")
                .asText();
    }

    /** What the case, its list line, its clocks, its task card and the citizen's page say. */
    private List<Boolean> provisional(CaseFile file, String code) {
        List<Boolean> said = new ArrayList<>();
        said.add(file.detail().path("provisional").asBoolean());
        said.add(bureau.get("centre", "/api/cases?caseNumber=" + file.number())
                .json()
                .path("content")
                .path(0)
                .path("provisional")
                .asBoolean());
        boolean accepted = file.clock("mediation").isPresent();
        said.add(file.clock(accepted ? "mediation" : "acceptance")
                .orElseThrow()
                .path("provisional")
                .asBoolean());
        said.add(bureau.getPublic("/api/public/progress", code)
                .json()
                .path("cases")
                .path(0)
                .path("provisional")
                .asBoolean());
        if (!accepted) {
            String task = file.taskId("centre", "Task_DecideAcceptance").orElseThrow();
            said.add(bureau.get("centre", "/api/tasks/" + task)
                    .json()
                    .path("provisional")
                    .asBoolean());
        }
        return said;
    }

    private static List<String> moved(Bureau.Answer answer) {
        return StreamSupport.stream(answer.json().path("moved").spliterator(), false)
                .map(one -> one.path("caseNumber").asText() + " "
                        + one.path("clock").asText() + " " + local(one.path("from")) + " " + local(one.path("to")))
                .toList();
    }

    private static String local(JsonNode time) {
        return OffsetDateTime.parse(time.asText()).toLocalDateTime().toString();
    }

    /** Every running clock of the bureau with its date, straight from the ledger. */
    private Map<String, LocalDateTime> ledger() {
        Map<String, LocalDateTime> due = new TreeMap<>();
        jdbc.query(
                "select case_number, clock, run, due_at from ledger_entry where ended_at is null and due_at is not null",
                row -> {
                    due.put(
                            row.getString(1) + " " + row.getString(2) + (row.getInt(3) > 1 ? "#" + row.getInt(3) : ""),
                            row.getTimestamp(4).toLocalDateTime());
                });
        return due;
    }

    private List<LocalDateTime> datesOf(List<CaseFile> files, String clock) {
        Map<String, LocalDateTime> ledger = ledger();
        return files.stream()
                .map(file -> ledger.get(file.number() + " " + clock))
                .toList();
    }

    private static List<String> differences(Map<String, LocalDateTime> before, Map<String, LocalDateTime> after) {
        assertThat(after.keySet()).isEqualTo(before.keySet());
        return before.keySet().stream()
                .filter(clock -> !before.get(clock).equals(after.get(clock)))
                .map(clock -> clock.replaceFirst("#.*", "") + " " + before.get(clock) + " " + after.get(clock))
                .toList();
    }

    /** When the engine's timers of a case stand. */
    private List<LocalDateTime> jobs(CaseFile file) {
        return jdbc
                .queryForList(
                        """
                        select j.duedate_ from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_
                        where e.business_key_ = ?""",
                        Timestamp.class,
                        file.number())
                .stream()
                .map(Timestamp::toLocalDateTime)
                .toList();
    }

    private static LocalDate today() {
        return BEFORE_THE_NEW_YEAR.toLocalDate();
    }

    private static LocalDateTime endOf(LocalDate day) {
        return day.atTime(LocalTime.of(23, 59, 59));
    }

    private static String resource(String name) {
        try (InputStream in = CalendarJourneys.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
