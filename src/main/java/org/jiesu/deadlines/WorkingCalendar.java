package org.jiesu.deadlines;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Monday to Friday, less the State Council's days off, plus its make-up working days. A year whose notice has not come
 * out is counted by weekends alone; {@link #isPublished} tells.
 */
public final class WorkingCalendar {

    private final Map<LocalDate, CalendarYear.Day> noticeDays = new TreeMap<>();
    private final Set<Integer> publishedYears = new HashSet<>();
    private final String version;

    public WorkingCalendar(Collection<CalendarYear> years) {
        List<CalendarYear> inOrder = years.stream()
                .sorted(Comparator.comparingInt(CalendarYear::year))
                .toList();
        for (CalendarYear year : inOrder) {
            // A notice may still change the last days of the year before (2018-12-29): the later one wins.
            year.days().forEach(day -> noticeDays.put(day.date(), day));
            // holiday-cn keeps an empty file for the year to come: that is no notice.
            if (!year.days().isEmpty()) {
                publishedYears.add(year.year());
            }
        }
        this.version = fingerprint(inOrder);
    }

    public DayKind kindOf(LocalDate date) {
        CalendarYear.Day noticeDay = noticeDays.get(date);
        if (noticeDay != null && noticeDay.offDay()) {
            return DayKind.PUBLIC_HOLIDAY;
        }
        boolean weekend = date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
        if (!weekend) {
            return DayKind.WORKING_DAY; // Also where a notice names it: 2020-02-03, a Monday, "起正常上班".
        }
        return noticeDay == null ? DayKind.WEEKEND : DayKind.MAKE_UP_WORKING_DAY;
    }

    /** The holiday that gave the day off, or for which it is made up. */
    public Optional<String> holidayName(LocalDate date) {
        return Optional.ofNullable(noticeDays.get(date)).map(CalendarYear.Day::name);
    }

    /** What the day is, in the words of people. */
    public String label(LocalDate date) {
        return switch (kindOf(date)) {
            case WORKING_DAY -> "工作日";
            case WEEKEND -> "周末";
            case PUBLIC_HOLIDAY -> holidayName(date).orElseThrow() + "放假";
            case MAKE_UP_WORKING_DAY -> "调休上班";
        };
    }

    public boolean isWorkingDay(LocalDate date) {
        return kindOf(date).isWorking();
    }

    /** Whether the notice for the year of this date is loaded. */
    public boolean isPublished(LocalDate date) {
        return publishedYears.contains(date.getYear());
    }

    /** The last day up to which, from this date on, every year's notice is loaded. */
    public LocalDate publishedUntil(LocalDate from) {
        int next = from.getYear();
        while (publishedYears.contains(next)) {
            next++;
        }
        return LocalDate.of(next, 1, 1).minusDays(1);
    }

    /** A day that is not the same in two calendars. */
    public record ChangedDay(LocalDate date, String from, String to) {}

    /** The days that become something else with another calendar, in order. */
    List<ChangedDay> changesTo(WorkingCalendar next) {
        return Stream.concat(noticeDays.keySet().stream(), next.noticeDays.keySet().stream())
                .distinct()
                .sorted()
                .map(day -> new ChangedDay(day, label(day), next.label(day)))
                .filter(day -> !day.from().equals(day.to()))
                .toList();
    }

    /** The first working day after this date. */
    public LocalDate nextWorkingDay(LocalDate date) {
        return addWorkingDays(date, 1);
    }

    /** The n-th working day after this date; the date itself does not count. */
    public LocalDate addWorkingDays(LocalDate date, int workingDays) {
        return walk(date, workingDays, 1);
    }

    /** The n-th working day before this date; the date itself does not count. */
    public LocalDate subtractWorkingDays(LocalDate date, int workingDays) {
        return walk(date, workingDays, -1);
    }

    /** Identifies the loaded notices: the same years with the same days have the same version. */
    public String version() {
        return version;
    }

    private LocalDate walk(LocalDate date, int workingDays, int step) {
        if (workingDays < 0) {
            throw new IllegalArgumentException("negative number of working days: " + workingDays);
        }
        LocalDate day = date;
        for (int left = workingDays; left > 0; ) {
            day = day.plusDays(step);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return day;
    }

    private static String fingerprint(List<CalendarYear> years) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            years.forEach(year -> digest.update((year.year() + ":" + year.days()).getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
