package org.jiesu.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlineCalculatorTest {

    private final WorkingCalendar calendar = new WorkingCalendar(TestLedger.SHIPPED);
    private final DeadlineCalculator calculator = new DeadlineCalculator(calendar);

    @DisplayName("工作日期限：春节、国庆调休前后（law.md 3.5）")
    @ParameterizedTest(name = "{0} + {1} 个工作日 = {2}")
    @CsvSource({
        "2025-12-31, 7, 2026-01-12, false",
        "2026-02-12, 7, 2026-02-28, false",
        "2026-02-13, 7, 2026-03-02, false",
        "2026-02-20, 7, 2026-03-03, false",
        "2026-04-30, 7, 2026-05-13, false",
        "2026-09-18, 7, 2026-09-29, false",
        "2026-09-30, 7, 2026-10-15, false",
        "2026-10-05, 7, 2026-10-15, false",
        "2026-09-21, 15, 2026-10-19, false",
        "2026-09-21, 30, 2026-11-09, false",
        "2026-11-21, 7, 2026-12-01, false",
        "2026-12-24, 7, 2027-01-04, true",
        "2026-08-03, 45, 2026-10-10, false",
        "2026-08-07, 45, 2026-10-15, false",
        "2026-09-01, 45, 2026-11-09, false",
    })
    void countsWorkingDays(LocalDate start, int amount, LocalDate dueOn, boolean provisional) {
        DueDate due = calculator.compute(start.atTime(23, 59), workingDays(amount), List.of(), 0);

        assertThat(due.dueAt()).isEqualTo(dueOn.atTime(23, 59, 59));
        assertThat(due.provisional()).isEqualTo(provisional);
    }

    @DisplayName("六十日届满遇法定节假日顺延（令第121号第四十五条）")
    @ParameterizedTest(name = "{0} + 60 日（{1}）= {2}")
    @CsvSource({
        "2026-08-03, HOLIDAY, 2026-10-08, false",
        "2026-08-07, HOLIDAY, 2026-10-08, false",
        "2026-08-07, NONE, 2026-10-06, false",
        "2026-09-01, HOLIDAY, 2026-10-31, false",
        "2026-09-01, NON_WORKING, 2026-11-02, false",
        "2026-11-02, HOLIDAY, 2027-01-01, true",
        "2026-12-18, HOLIDAY, 2027-02-16, true",
    })
    void rollsTheLastOfSixtyCalendarDays(LocalDate start, Roll roll, LocalDate dueOn, boolean provisional) {
        DueDate due = calculator.compute(start.atTime(9, 0), Term.of(60, TermUnit.CALENDAR_DAYS, roll), List.of(), 0);

        assertThat(due.dueOn()).isEqualTo(dueOn);
        assertThat(due.provisional()).isEqualTo(provisional);
    }

    @DisplayName("1.5 个工作日 = 第二个工作日的中午")
    @ParameterizedTest
    @CsvSource({
        "2026-11-20T08:00, 3, 2026-11-24T12:00",
        "2026-11-20T17:00, 2, 2026-11-23T23:59:59",
        "2026-11-21T10:00, 1, 2026-11-23T12:00",
        "2026-09-30T10:00, 3, 2026-10-09T12:00",
    })
    void endsAnOddHalfDayAtNoon(LocalDateTime start, int halves, LocalDateTime dueAt) {
        Term term = Term.of(halves, TermUnit.HALF_WORKING_DAYS);

        assertThat(calculator.compute(start, term, List.of(), 0).dueAt()).isEqualTo(dueAt);
    }

    @DisplayName("分钟、小时连续计算，不分昼夜和节假日")
    @ParameterizedTest
    @CsvSource({
        "2026-02-16T23:50:30, 30, MINUTES, 2026-02-17T00:20:30",
        "2026-09-30T23:30, 2, HOURS, 2026-10-01T01:30",
        "2026-09-30T18:00, 24, HOURS, 2026-10-01T18:00",
        "2026-12-31T18:00, 24, HOURS, 2027-01-01T18:00",
    })
    void runsThroughNightsAndHolidays(LocalDateTime start, int amount, TermUnit unit, LocalDateTime dueAt) {
        DueDate due = calculator.compute(start, Term.of(amount, unit), List.of(), 0);

        assertThat(due.dueAt()).isEqualTo(dueAt);
        assertThat(due.provisional()).isFalse();
        assertThat(due.days())
                .allMatch(CountedDay::counted)
                .last()
                .isEqualTo(new CountedDay(dueAt.toLocalDate(), true, null, "连续计算"));
    }

    @Test
    @DisplayName("逐日说明：为什么是这一天")
    void explainsEveryWorkingDay() {
        DueDate due = calculator.compute(
                LocalDateTime.of(2026, 9, 30, 10, 0),
                workingDays(3),
                List.of(new Pause(LocalDate.of(2026, 10, 9), LocalDate.of(2026, 10, 10))),
                0);

        assertThat(due.days())
                .extracting(day -> day.date().getDayOfMonth(), CountedDay::number, CountedDay::reason)
                .containsExactly(
                        tuple(30, null, "当日不计入"),
                        tuple(1, null, "国庆节放假"),
                        tuple(2, null, "国庆节放假"),
                        tuple(3, null, "国庆节放假"),
                        tuple(4, null, "国庆节放假"),
                        tuple(5, null, "国庆节放假"),
                        tuple(6, null, "国庆节放假"),
                        tuple(7, null, "国庆节放假"),
                        tuple(8, 1, "工作日"),
                        tuple(9, null, "期限扣除"),
                        tuple(10, 2, "调休上班"),
                        tuple(11, null, "周末"),
                        tuple(12, 3, "工作日"));
    }

    @Test
    @DisplayName("逐日说明：自然日与顺延")
    void explainsCalendarDaysAndTheRoll() {
        DueDate due = calculator.compute(
                LocalDateTime.of(2026, 9, 24, 10, 0),
                Term.of(2, TermUnit.CALENDAR_DAYS, Roll.NON_WORKING),
                List.of(),
                0);

        assertThat(due.days())
                .extracting(day -> day.date().getDayOfMonth(), CountedDay::number, CountedDay::reason)
                .containsExactly(
                        tuple(24, null, "当日不计入"),
                        tuple(25, 1, "自然日（中秋节放假）"),
                        tuple(26, 2, "自然日（中秋节放假）"),
                        tuple(27, null, "顺延（中秋节放假）"),
                        tuple(28, null, "顺延"));
    }

    @Test
    @DisplayName("扣除中的期限没有届满日，只有剩余")
    void hasNoDueDateInsideAnOpenPause() {
        List<Pause> open = List.of(new Pause(LocalDate.of(2026, 11, 25), null));
        LocalDateTime start = LocalDateTime.of(2026, 11, 20, 10, 0);

        DueDate days = calculator.compute(start, workingDays(7), open, 0);
        DueDate halves = calculator.compute(start, Term.of(5, TermUnit.HALF_WORKING_DAYS), open, 0);

        assertThat(days.isPaused()).isTrue();
        assertThat(days.dueOn()).isNull();
        assertThat(days.remaining()).isEqualTo(5);
        assertThat(days.days()).last().isEqualTo(CountedDay.skipped(LocalDate.of(2026, 11, 25), "期限扣除"));
        assertThat(halves.remaining()).isEqualTo(1);
    }

    @Test
    @DisplayName("届满之后才开始的扣除不起作用")
    void isNotPausedAfterItsEnd() {
        DueDate due = calculator.compute(
                LocalDateTime.of(2026, 11, 20, 10, 0),
                workingDays(2),
                List.of(new Pause(LocalDate.of(2026, 11, 25), null)),
                0);

        assertThat(due.dueOn()).isEqualTo("2026-11-24");
    }

    @Test
    @DisplayName("顺延后的届满日落入扣除期间的，再顺延")
    void rollsOutOfAPause() {
        DueDate due = calculator.compute(
                LocalDateTime.of(2026, 8, 3, 10, 0),
                Term.of(60, TermUnit.CALENDAR_DAYS, Roll.HOLIDAY),
                List.of(new Pause(LocalDate.of(2026, 10, 8), LocalDate.of(2026, 10, 10))),
                0);

        assertThat(due.dueOn()).isEqualTo("2026-10-10");
    }

    @Test
    @DisplayName("延长先加入期限，再顺延")
    void addsTheExtensionBeforeRolling() {
        LocalDateTime start = LocalDateTime.of(2026, 9, 21, 9, 0);

        assertThat(calculator.compute(start, workingDays(15), List.of(), 15).dueOn())
                .isEqualTo("2026-11-09");
        assertThat(calculator
                        .compute(start, Term.of(4, TermUnit.CALENDAR_DAYS, Roll.HOLIDAY), List.of(), 5)
                        .dueOn())
                .isEqualTo("2026-09-30");
    }

    @Test
    @DisplayName("约定日期不推算")
    void takesAnAgreedDateAsItIs() {
        Term term = Term.agreed(LocalDate.of(2026, 10, 3));

        DueDate due = calculator.compute(LocalDateTime.of(2026, 9, 21, 9, 0), term, List.of(), 0);

        assertThat(due.dueAt()).isEqualTo("2026-10-03T23:59:59");
        assertThat(reasons(due)).containsExactly("约定日期");
    }

    @Test
    void refusesTermsThatMeanNothing() {
        LocalDate day = LocalDate.of(2026, 9, 21);
        List<Pause> pause = List.of(new Pause(day, null));

        assertThatIllegalArgumentException().isThrownBy(() -> workingDays(0));
        assertThatIllegalArgumentException().isThrownBy(() -> Term.of(1, TermUnit.AGREED));
        assertThatIllegalArgumentException().isThrownBy(() -> new Pause(day, day.minusDays(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> calculator.compute(day.atStartOfDay(), workingDays(1), List.of(), -1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> calculator.compute(day.atStartOfDay(), Term.of(1, TermUnit.HOURS), pause, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> calculator.compute(day.atStartOfDay(), Term.agreed(day), List.of(), 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> calculator.compute(day.atStartOfDay(), Term.agreed(day), pause, 0));
    }

    @Test
    @DisplayName("逐日说明：扣除写明事由，延长的日子写明是延长")
    void explainsPausesAndExtensions() {
        DueDate due = calculator.compute(
                LocalDateTime.of(2026, 11, 20, 10, 0),
                workingDays(1),
                List.of(
                        new Pause(LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 25), "TESTING"),
                        new Pause(LocalDate.of(2026, 11, 24), LocalDate.of(2026, 11, 25), "APPRAISAL")),
                1);

        assertThat(due.days())
                .extracting(CountedDay::reason)
                .containsExactly("当日不计入", "周末", "周末", "期限扣除（检测）", "期限扣除（检测、鉴定）", "工作日", "工作日（延长）");
    }

    @Test
    @DisplayName("自然日：扣除的日子不算；扣除没有结束的，剩余几日；顺延到没有结束的扣除里，剩余零日")
    void pausesCalendarDays() {
        LocalDateTime start = LocalDateTime.of(2026, 9, 21, 9, 0);
        Term four = Term.of(4, TermUnit.CALENDAR_DAYS, Roll.HOLIDAY);
        LocalDate day = LocalDate.of(2026, 9, 23);

        DueDate ended = calculator.compute(start, four, List.of(new Pause(day, day.plusDays(5), "TESTING")), 0);
        assertThat(ended.dueOn()).isEqualTo("2026-09-30");
        assertThat(ended.days().get(2)).isEqualTo(CountedDay.skipped(day, "期限扣除（检测）"));

        DueDate open = calculator.compute(start, four, List.of(new Pause(day, null)), 0);
        assertThat(open.dueOn()).isNull();
        assertThat(open.remaining()).isEqualTo(3);

        DueDate rolled = calculator.compute(start, four, List.of(new Pause(LocalDate.of(2026, 9, 26), null)), 0);
        assertThat(rolled.dueOn()).as("the 25th is a holiday").isNull();
        assertThat(rolled.remaining()).isZero();
    }

    @Test
    @DisplayName("逐日说明：顺延遇到扣除的，写明因扣除而顺延")
    void explainsARollThroughAPause() {
        DueDate due = calculator.compute(
                LocalDateTime.of(2026, 9, 24, 10, 0),
                Term.of(1, TermUnit.CALENDAR_DAYS, Roll.HOLIDAY),
                List.of(new Pause(LocalDate.of(2026, 9, 28), LocalDate.of(2026, 9, 29))),
                0);

        assertThat(due.days())
                .extracting(CountedDay::reason)
                .containsExactly("当日不计入", "自然日（中秋节放假）", "顺延（中秋节放假）", "顺延（中秋节放假）", "顺延（期限扣除）", "顺延");
    }

    @Test
    @DisplayName("逐日说明：半个工作日延长的，从超出原有天数的那天起写明")
    void explainsExtendedHalfDays() {
        LocalDateTime start = LocalDateTime.of(2026, 11, 16, 10, 0);

        assertThat(reasons(calculator.compute(start, Term.of(3, TermUnit.HALF_WORKING_DAYS), List.of(), 2)))
                .containsExactly("当日不计入", "工作日", "工作日", "工作日（延长）");
        assertThat(reasons(calculator.compute(start, Term.of(3, TermUnit.HALF_WORKING_DAYS), List.of(), 1)))
                .containsExactly("当日不计入", "工作日", "工作日");
    }

    @Test
    @DisplayName("起算日所在年份没有安排，不使期限暂定")
    void theFirstDayMakesNothingProvisional() {
        DueDate due = calculator.compute(LocalDateTime.of(2018, 12, 31, 9, 0), workingDays(3), List.of(), 0);

        assertThat(due.provisional()).isFalse();
    }

    @Test
    @DisplayName("受另一期限限定的：只会提前，写明原因，提前到已公布的日子就不再暂定")
    void isCutShortByAnotherClock() {
        DueDate due = calculator.compute(LocalDateTime.of(2026, 12, 24, 9, 0), workingDays(10), List.of(), 0);
        assertThat(due.dueAt()).isEqualTo("2027-01-07T23:59:59");

        assertThat(calculator.notAfter(due, LocalDate.of(2027, 1, 7), "受限")).isSameAs(due);
        assertThat(calculator.notAfter(due, LocalDate.of(2027, 1, 8), "受限")).isSameAs(due);
        assertThat(calculator.notAfter(due, LocalDate.of(2027, 1, 6), "受限")).satisfies(cut -> {
            assertThat(cut.dueAt()).isEqualTo("2027-01-06T23:59:59");
            assertThat(cut.provisional()).isTrue();
        });
        assertThat(calculator.notAfter(due, LocalDate.of(2026, 12, 28), "受限")).satisfies(cut -> {
            assertThat(cut.provisional()).isFalse();
            assertThat(reasons(cut)).containsExactly("当日不计入", "工作日", "周末", "周末", "受限");
        });

        List<Pause> open = List.of(new Pause(LocalDate.of(2026, 12, 25), null));
        DueDate paused = calculator.compute(LocalDateTime.of(2026, 12, 24, 9, 0), workingDays(10), open, 0);
        assertThat(calculator.notAfter(paused, LocalDate.of(2026, 12, 28), "受限"))
                .isSameAs(paused);
        DueDate settled = calculator.compute(LocalDateTime.of(2026, 11, 20, 9, 0), workingDays(7), List.of(), 0);
        assertThat(calculator
                        .notAfter(settled, LocalDate.of(2026, 11, 30), "受限")
                        .provisional())
                .isFalse();
    }

    private static List<String> reasons(DueDate due) {
        return due.days().stream().map(CountedDay::reason).toList();
    }

    private static Term workingDays(int amount) {
        return Term.of(amount, TermUnit.WORKING_DAYS);
    }
}
