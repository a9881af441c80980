package org.jiesu.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever the start, length, pauses, extension and calendar: the calculator agrees with the plainest loop over days,
 * which knows nothing of its classes. A failure names its seed and its case.
 */
@DisplayName("期限计算与逐日枚举的朴素算法一致")
@Tag("slow")
class DeadlinePropertyTest {

    private static final int CASES_PER_SEED = 250;
    private static final int FIRST_YEAR = 2024;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 7, 42, 121, 2019, 2026, 20260415, 987654321})
    void agreesWithANaiveCount(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < CASES_PER_SEED; i++) {
            Naive naive = Naive.anywhere(random);
            DueDate due = naive.compute();
            String which = "seed " + seed + ", case " + i + ": " + naive;

            Answer expected = naive.answer();
            assertThat(due.dueOn()).as(which).isEqualTo(expected.last());
            assertThat(due.remaining()).as(which).isEqualTo(expected.remaining());
            assertThat(due.provisional()).as(which).isEqualTo(expected.provisional());
            assertThat(due.dueAt() == null ? null : due.dueAt().toLocalTime())
                    .as(which)
                    .isEqualTo(expected.last() == null ? null : naive.time());
            assertThat(due.days().stream().filter(CountedDay::counted).map(CountedDay::date))
                    .as(which)
                    .containsExactlyElementsOf(expected.counted());
            assertThat(due.days())
                    .as(which)
                    .extracting(CountedDay::date)
                    .containsExactlyElementsOf(naive.start()
                            .datesUntil(expected.looked().plusDays(1))
                            .toList());
        }
    }

    /** @param last null inside an open pause; {@code looked} is the day on which the loop stopped */
    private record Answer(
            LocalDate last, int remaining, boolean provisional, List<LocalDate> counted, LocalDate looked) {}

    private record Naive(
            LocalDate start,
            int amount,
            TermUnit unit,
            Roll roll,
            int extension,
            List<Pause> pauses,
            Map<LocalDate, Boolean> notices,
            List<Integer> published) {

        static Naive anywhere(Random random) {
            LocalDate start = LocalDate.of(FIRST_YEAR, 1, 1).plusDays(random.nextInt(900));
            TermUnit unit = new TermUnit[] {TermUnit.WORKING_DAYS, TermUnit.CALENDAR_DAYS, TermUnit.HALF_WORKING_DAYS}
                    [random.nextInt(3)];
            List<Pause> pauses = new ArrayList<>();
            IntStream.range(0, random.nextInt(5)).forEach(n -> {
                LocalDate from = start.plusDays(random.nextInt(80));
                pauses.add(new Pause(from, random.nextInt(8) == 0 ? null : from.plusDays(random.nextInt(30))));
            });
            List<Integer> published = Stream.of(FIRST_YEAR, FIRST_YEAR + 1, FIRST_YEAR + 2, FIRST_YEAR + 3)
                    .limit(1 + random.nextInt(4))
                    .toList();
            Map<LocalDate, Boolean> notices = new TreeMap<>();
            published.forEach(year -> IntStream.range(0, 5 + random.nextInt(40))
                    .forEach(n ->
                            notices.put(LocalDate.ofYearDay(year, 1 + random.nextInt(365)), random.nextInt(4) > 0)));
            return new Naive(
                    start,
                    1 + random.nextInt(60),
                    unit,
                    Roll.values()[random.nextInt(3)],
                    random.nextInt(20),
                    pauses,
                    notices,
                    published);
        }

        DueDate compute() {
            Map<Integer, List<CalendarYear.Day>> days = new HashMap<>();
            published.forEach(year -> days.put(year, new ArrayList<>()));
            notices.forEach((date, off) -> days.get(date.getYear()).add(new CalendarYear.Day("某节", date, off)));
            WorkingCalendar calendar = new WorkingCalendar(published.stream()
                    .map(year -> new CalendarYear(year, List.of(), days.get(year)))
                    .toList());
            Term term = Term.of(amount, unit, unit == TermUnit.CALENDAR_DAYS ? roll : Roll.NONE);
            return new DeadlineCalculator(calendar).compute(start.atTime(15, 30), term, pauses, extension);
        }

        Answer answer() {
            int units = amount + extension;
            int days = unit == TermUnit.HALF_WORKING_DAYS ? (units + 1) / 2 : units;
            List<LocalDate> counted = new ArrayList<>();
            LocalDate day = start;
            while (counted.size() < days) {
                day = day.plusDays(1);
                if (foreverPaused(day)) {
                    int left = unit == TermUnit.HALF_WORKING_DAYS ? units - 2 * counted.size() : days - counted.size();
                    return new Answer(null, left, false, counted, day);
                }
                if (!paused(day) && (unit == TermUnit.CALENDAR_DAYS || works(day))) {
                    counted.add(day);
                }
            }
            while (unit == TermUnit.CALENDAR_DAYS && (paused(day) || rolls(day))) {
                day = day.plusDays(1);
                if (foreverPaused(day)) {
                    return new Answer(null, 0, false, counted, day);
                }
            }
            boolean provisional = start.plusDays(1)
                    .datesUntil(day.plusDays(1))
                    .anyMatch(passed -> !published.contains(passed.getYear()));
            return new Answer(day, 0, provisional, counted, day);
        }

        LocalTime time() {
            boolean noon = unit == TermUnit.HALF_WORKING_DAYS && (amount + extension) % 2 == 1;
            return noon ? LocalTime.NOON : LocalTime.of(23, 59, 59);
        }

        private boolean rolls(LocalDate day) {
            return switch (roll) {
                case NONE -> false;
                case HOLIDAY -> Boolean.TRUE.equals(notices.get(day));
                case NON_WORKING -> !works(day);
            };
        }

        private boolean works(LocalDate day) {
            boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
            return !notices.getOrDefault(day, weekend);
        }

        private boolean paused(LocalDate day) {
            return pauses.stream()
                    .anyMatch(pause -> !day.isBefore(pause.from()) && (pause.to() == null || day.isBefore(pause.to())));
        }

        private boolean foreverPaused(LocalDate day) {
            return pauses.stream().anyMatch(pause -> pause.to() == null && !day.isBefore(pause.from()));
        }
    }
}
