package org.jiesu.deadlines;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Computes due dates from their inputs alone, so that each can be recomputed and explained. The day of the event never
 * counts, and a period ends at 24:00 of its last day (令第121号第四十五条、民法典第二百零一条至第二百零三条).
 */
public final class DeadlineCalculator {

    /** 24:00 of the last day as people read it; what acts on expiry stands one second later. */
    static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);

    private final WorkingCalendar calendar;

    public DeadlineCalculator(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    /** The due date of a term that began at {@code start} (China time), prolonged by {@code extension} of its units. */
    public DueDate compute(LocalDateTime start, Term term, List<Pause> pauses, int extension) {
        if (extension < 0) {
            throw new IllegalArgumentException("an extension cannot shorten: " + extension);
        }
        int amount = term.amount() + extension;
        return switch (term.unit()) {
            case MINUTES -> runThrough(start, Duration.ofMinutes(amount), pauses);
            case HOURS -> runThrough(start, Duration.ofHours(amount), pauses);
            case HALF_WORKING_DAYS ->
                new Count(start.toLocalDate(), pauses, (term.amount() + 1) / 2).halfWorkingDays(amount);
            case WORKING_DAYS -> new Count(start.toLocalDate(), pauses, term.amount()).workingDays(amount);
            case CALENDAR_DAYS ->
                new Count(start.toLocalDate(), pauses, term.amount()).calendarDays(amount, term.roll());
            case AGREED -> agreed(term.agreedOn(), pauses, extension);
        };
    }

    /** The same, cut short at this day for a reason that is told with it. */
    DueDate notAfter(DueDate due, LocalDate day, String reason) {
        if (due.isPaused() || !day.isBefore(due.dueOn())) {
            return due;
        }
        List<CountedDay> until = new ArrayList<>(due.days().stream()
                .filter(counted -> counted.date().isBefore(day))
                .toList());
        until.add(CountedDay.skipped(day, reason));
        boolean provisional = due.provisional() && !calendar.isPublished(day);
        return new DueDate(day.atTime(due.dueAt().toLocalTime()), provisional, 0, until);
    }

    private static DueDate runThrough(LocalDateTime start, Duration duration, List<Pause> pauses) {
        if (!pauses.isEmpty()) {
            throw new IllegalArgumentException("minutes and hours run day and night, they cannot be paused");
        }
        LocalDateTime dueAt = start.plus(duration);
        List<CountedDay> days = start.toLocalDate()
                .datesUntil(dueAt.toLocalDate().plusDays(1))
                .map(day -> new CountedDay(day, true, null, "连续计算"))
                .toList();
        return new DueDate(dueAt, false, 0, days);
    }

    private static DueDate agreed(LocalDate on, List<Pause> pauses, int extension) {
        if (!pauses.isEmpty() || extension > 0) {
            throw new IllegalArgumentException("an agreed date is neither paused nor extended, but agreed anew");
        }
        return new DueDate(on.atTime(END_OF_DAY), false, 0, List.of(new CountedDay(on, true, null, "约定日期")));
    }

    /** One walk through the days, which writes down what it did with each. */
    private final class Count {

        private final List<Pause> pauses;
        /** What counts beyond these days, counts by extension. */
        private final int regularDays;

        private final List<CountedDay> days = new ArrayList<>();
        private LocalDate day;
        private int counted;

        Count(LocalDate start, List<Pause> pauses, int regularDays) {
            this.pauses = pauses;
            this.regularDays = regularDays;
            this.day = start;
            days.add(CountedDay.skipped(start, "当日不计入"));
        }

        DueDate workingDays(int amount) {
            return countWorkingDays(amount) ? due(END_OF_DAY) : paused(amount - counted);
        }

        DueDate halfWorkingDays(int halves) {
            boolean endsAtNoon = halves % 2 == 1;
            if (!countWorkingDays((halves + 1) / 2)) {
                return paused(halves - 2 * counted);
            }
            return due(endsAtNoon ? LocalTime.NOON : END_OF_DAY);
        }

        DueDate calendarDays(int amount, Roll roll) {
            while (counted < amount) {
                if (!nextDay()) {
                    return paused(amount - counted);
                }
                if (isPaused()) {
                    skip(pauseLabel());
                } else {
                    count(calendar.kindOf(day).isWorking() ? "自然日" : "自然日（" + label() + "）");
                }
            }
            while (rolls(roll)) {
                if (!nextDay()) {
                    return paused(0);
                }
                skip(rolls(roll) ? "顺延（" + (isPaused() ? pauseLabel() : label()) + "）" : "顺延");
            }
            return due(END_OF_DAY);
        }

        private boolean countWorkingDays(int amount) {
            while (counted < amount) {
                if (!nextDay()) {
                    return false;
                }
                if (isPaused()) {
                    skip(pauseLabel());
                } else if (calendar.isWorkingDay(day)) {
                    count(label());
                } else {
                    skip(label());
                }
            }
            return true;
        }

        /** Goes one day on; false when that day lies in a pause which has no end yet. */
        private boolean nextDay() {
            day = day.plusDays(1);
            if (pauses.stream().anyMatch(pause -> pause.isOpen() && pause.covers(day))) {
                skip(pauseLabel());
                return false;
            }
            return true;
        }

        private boolean isPaused() {
            return pauses.stream().anyMatch(pause -> pause.covers(day));
        }

        /** A last day that was put off may fall into a pause, which puts it off again. */
        private boolean rolls(Roll roll) {
            return isPaused()
                    || switch (roll) {
                        case NONE -> false;
                        case HOLIDAY -> calendar.kindOf(day) == DayKind.PUBLIC_HOLIDAY;
                        case NON_WORKING -> !calendar.isWorkingDay(day);
                    };
        }

        private void count(String reason) {
            counted++;
            days.add(CountedDay.counted(day, counted, counted > regularDays ? reason + "（延长）" : reason));
        }

        private void skip(String reason) {
            days.add(CountedDay.skipped(day, reason));
        }

        private String pauseLabel() {
            String grounds = pauses.stream()
                    .filter(pause -> pause.covers(day) && pause.ground() != null)
                    .map(Pause::groundName)
                    .distinct()
                    .collect(Collectors.joining("、"));
            return grounds.isEmpty() ? "期限扣除" : "期限扣除（" + grounds + "）";
        }

        private String label() {
            return calendar.label(day);
        }

        private DueDate due(LocalTime time) {
            boolean provisional =
                    days.stream().skip(1).map(CountedDay::date).anyMatch(date -> !calendar.isPublished(date));
            return new DueDate(day.atTime(time), provisional, 0, days);
        }

        private DueDate paused(int remaining) {
            return new DueDate(null, false, remaining, days);
        }
    }
}
