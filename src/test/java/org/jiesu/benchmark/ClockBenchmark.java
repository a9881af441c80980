package org.jiesu.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.jiesu.cases.Codes;
import org.jiesu.vault.Reencryption;
import org.jiesu.workflow.rehearsal.Rehearsal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How long 时限督办 takes with 100,000 running clocks, over HTTP, page and counts together. No test of the build: run
 * {@code mvn test -Dtest='*ClockBenchmark'} and read the lines that begin with BENCHMARK.
 */
abstract class ClockBenchmark {

    private static final int CASES = 40_000;
    private static final int RUNNING = 100_000;
    private static final int ENDED = 200_000;
    private static final int TIMES = 15;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private Reencryption reencryption;

    @Autowired
    private TestRestTemplate anonymous;

    @Autowired
    private Rehearsal rehearsal;

    @Value("${jiesu.demo.password}")
    private String password;

    @Test
    void measure() {
        rehearsal.startFrom(TODAY.atTime(10, 0).toInstant(ZoneOffset.ofHours(8)));
        fill();
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("supervisor, first page", "supervisor /api/clocks?size=50");
        asked.put("supervisor, page 1000", "supervisor /api/clocks?size=50&page=999");
        asked.put("supervisor, one unit", "supervisor /api/clocks?size=50&unit=food");
        asked.put("supervisor, one light", "supervisor /api/clocks?size=50&light=DUE_SOON");
        asked.put("supervisor, paused", "supervisor /api/clocks?size=50&light=PAUSED");
        asked.put("supervisor, one clock", "supervisor /api/clocks?size=50&clock=acceptance");
        asked.put("clerk of a unit", "food /api/clocks?size=50");
        asked.put("cases of one light", "supervisor /api/cases?size=20&light=OVERDUE");
        asked.forEach(this::measure);
    }

    private void measure(String what, String call) {
        String[] userAndPath = call.split(" ");
        TestRestTemplate user = anonymous.withBasicAuth(userAndPath[0], password);
        List<Long> millis = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            long start = System.nanoTime();
            JsonNode page = user.getForObject(userAndPath[1], JsonNode.class);
            millis.add((System.nanoTime() - start) / 1_000_000);
            assertThat(page.path("total").asLong()).isPositive();
        }
        long[] sorted = millis.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(
                "BENCHMARK %s | %s | median %d ms | slowest %d ms%n",
                getClass().getSimpleName(),
                what,
                sorted[TIMES / 2],
                LongStream.of(sorted).max().orElseThrow());
    }

    private void fill() {
        Random chance = new Random(20261125);
        List<String> units = List.copyOf(Codes.list("unit").keySet());
        List<String> clocks = List.copyOf(Codes.list("clock").keySet());
        Timestamp received = Timestamp.valueOf(TODAY.minusDays(20).atTime(9, 0));
        List<Object[]> records = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            records.add(new Object[] {number(i), received, received, units.get(chance.nextInt(units.size()))});
        }
        database.batchUpdate(
                "insert into case_record (case_number, version, institution, kind, channel, state, round, received_at,"
                        + " registered_at, off_hours, subject, content, consent_to_publish, consent_to_delegate,"
                        + " people_affected, in_remit, urgent, claimed_urgent, anonymous, confidential, secret, real_name,"
                        + " handling_unit, quick, approved_returns, return_barred, urges) values (?, 0, 'feicheng',"
                        + " 'COMPLAINT', 'onsite', 'OPEN', 1, ?, ?, false, '主题', '内容', false, false, 0, true, false,"
                        + " false, false, false, false, true, ?, false, 0, false, 0)",
                records);
        List<Object[]> entries = new ArrayList<>();
        for (int i = 0; i < RUNNING + ENDED; i++) {
            boolean ended = i >= RUNNING;
            LocalDateTime due = TODAY.plusDays(chance.nextInt(80) - 20L).atTime(23, 59, 59);
            entries.add(new Object[] {
                number(i % CASES),
                clocks.get(i / CASES % clocks.size()),
                received,
                chance.nextInt(6),
                !ended && chance.nextInt(30) == 0 ? null : Timestamp.valueOf(due),
                ended ? Timestamp.valueOf(due.minusDays(1)) : null
            });
        }
        database.batchUpdate(
                "insert into ledger_entry (case_number, clock, run, layer, basis, started_at, amount, unit, roll, ends_on,"
                        + " extended_by, max_extension, max_extensions, remind_before, task_earlier, calendar_version,"
                        + " due_at, provisional, state, ended_at) values (?, ?, 1, 'STATUTE', '依据', ?, 30,"
                        + " 'WORKING_DAYS', 'NONE', 'CLOSED', 0, 0, 0, ?, 0, 'x', ?, false, 'RUNNING', ?)",
                entries);
        reencryption.encryptClear();
        database.execute("analyze");
    }

    private static String number(int i) {
        return "FC-C-2025-%06d".formatted(i + 1);
    }
}
