package org.jiesu.deadlines;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jiesu.access.Action;
import org.jiesu.access.Needs;
import org.jiesu.shared.ChinaTime;
import org.jiesu.shared.WrongFields;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers "when is it due, and why on that day" without a case. */
@RestController
@RequestMapping("/api/calendar")
class CalendarController {

    private static final int MAX_AMOUNT = 10_000;
    private static final int EARLIEST_YEAR = 2000;
    private static final int LATEST_YEAR = 2100;

    private final Calendars calendars;

    CalendarController(Calendars calendars) {
        this.calendars = calendars;
    }

    @GetMapping("/due")
    @Needs(Action.LOOK_UP)
    Due due(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String amount,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "NONE") String roll) {
        Reading reading = new Reading();
        TermUnit termUnit = reading.unit(unit);
        LocalDateTime start = reading.from(from, termUnit);
        Integer units = reading.amount(amount);
        Roll termRoll = reading.choice("roll", roll, Roll.values());
        reading.refuseErrors();
        return Due.of(new DeadlineCalculator(calendars.current())
                .compute(start, Term.of(units, termUnit, termRoll), List.of(), 0));
    }

    record Due(LocalDate dueOn, OffsetDateTime dueAt, boolean provisional, List<CountedDay> days) {

        static Due of(DueDate due) {
            return new Due(due.dueOn(), ChinaTime.of(due.dueAt()), due.provisional(), due.days());
        }
    }

    /** Reads the parameters and collects what is wrong with each, so that all are named at once. */
    private static final class Reading {

        private final WrongFields wrong = new WrongFields();

        TermUnit unit(String text) {
            TermUnit[] countable = Arrays.stream(TermUnit.values())
                    .filter(unit -> unit != TermUnit.AGREED)
                    .toArray(TermUnit[]::new);
            return choice("unit", text, countable);
        }

        LocalDateTime from(String text, TermUnit unit) {
            try {
                LocalDateTime start = text.contains("T")
                        ? localDateTime(text)
                        : LocalDate.parse(text).atStartOfDay();
                boolean needsTime = unit == TermUnit.MINUTES || unit == TermUnit.HOURS;
                if (needsTime && !text.contains("T")) {
                    return wrong("from", "起算时间须精确到时分，如 2026-02-12T09:30:00+08:00");
                }
                if (start.getYear() < EARLIEST_YEAR || start.getYear() > LATEST_YEAR) {
                    return wrong("from", "起算日期须在 " + EARLIEST_YEAR + " 年至 " + LATEST_YEAR + " 年之间");
                }
                return start;
            } catch (DateTimeException e) {
                return wrong("from", "起算日期格式应为 2026-02-12 或 2026-02-12T09:30:00+08:00");
            }
        }

        Integer amount(String text) {
            if (text.matches("\\d{1,5}")) {
                int amount = Integer.parseInt(text);
                if (amount >= 1 && amount <= MAX_AMOUNT) {
                    return amount;
                }
            }
            return wrong("amount", "期限长度须为 1 至 " + MAX_AMOUNT + " 的整数");
        }

        <E extends Enum<E>> E choice(String field, String text, E[] choices) {
            return Arrays.stream(choices)
                    .filter(choice -> choice.name().equals(text))
                    .findFirst()
                    .orElseGet(() -> wrong(
                            field,
                            "取值须为 " + Arrays.stream(choices).map(Enum::name).collect(Collectors.joining("、")) + " 之一"));
        }

        void refuseErrors() {
            wrong.refuse();
        }

        private static LocalDateTime localDateTime(String text) {
            // An unescaped + of the offset arrives as a space.
            TemporalAccessor time = DateTimeFormatter.ISO_DATE_TIME.parseBest(
                    text.replace(' ', '+'), OffsetDateTime::from, LocalDateTime::from);
            return time instanceof OffsetDateTime instant
                    ? instant.atZoneSameInstant(ChinaTime.ZONE).toLocalDateTime()
                    : (LocalDateTime) time;
        }

        private <T> T wrong(String field, String message) {
            wrong.add(field, message);
            return null;
        }
    }
}
