package org.jiesu.deadlines;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jiesu.platform.CurrentStaff;
import org.springframework.stereotype.Component;

/**
 * The calendar in force: the files that ship with the application, each replaced by the newest import of its year. It is
 * exchanged as a whole and never changed, so that whoever holds one counts on.
 */
@Component
public class Calendars {

    private static final long RECHECK_AFTER = Duration.ofSeconds(1).toNanos();

    private final Map<Integer, CalendarYear> shipped =
            CalendarFiles.load().stream().collect(Collectors.toMap(CalendarYear::year, year -> year));
    private final CalendarNoticeRepository notices;
    private final CurrentStaff staff;
    private final Clock clock;
    private volatile Loaded loaded;

    Calendars(CalendarNoticeRepository notices, CurrentStaff staff, Clock clock) {
        this.notices = notices;
        this.staff = staff;
        this.clock = clock;
    }

    /** A year as it counts now, and the import it comes from (null: the file that ships). */
    record Year(CalendarYear notice, CalendarNotice origin) {}

    private record Loaded(
            long newest,
            Map<Integer, Year> years,
            WorkingCalendar calendar,
            Map<String, WorkingCalendar> versions,
            long checkedAt) {}

    /** For reading and showing; what another node imported is seen within a second. */
    public WorkingCalendar current() {
        Loaded known = loaded;
        return known != null && System.nanoTime() - known.checkedAt() < RECHECK_AFTER ? known.calendar() : latest();
    }

    /** For dates that are written down: as the database has it at this moment. */
    WorkingCalendar latest() {
        return load().calendar();
    }

    /** The calendar by which a date was once counted; the one in force if that one is no longer known. */
    WorkingCalendar ofVersion(String version) {
        WorkingCalendar current = current();
        return current.version().equals(version) ? current : loaded.versions().getOrDefault(version, current);
    }

    Collection<Year> years() {
        return load().years().values();
    }

    /** The calendar as it would be with this year. */
    WorkingCalendar with(CalendarYear notice) {
        Map<Integer, CalendarYear> years = notices(load().years());
        years.put(notice.year(), notice);
        return new WorkingCalendar(years.values());
    }

    /** The calendar as it would be with the shipped file of this year, or none; empty if none was imported. */
    Optional<WorkingCalendar> withoutImport(int calendarYear) {
        Map<Integer, Year> years = load().years();
        if (!years.containsKey(calendarYear) || years.get(calendarYear).origin() == null) {
            return Optional.empty();
        }
        Map<Integer, CalendarYear> rest = notices(years);
        rest.remove(calendarYear);
        Optional.ofNullable(shipped.get(calendarYear)).ifPresent(file -> rest.put(calendarYear, file));
        return Optional.of(new WorkingCalendar(rest.values()));
    }

    /** Puts a year in force; the same notice once more changes nothing. */
    void bring(CalendarYear notice) {
        Year known = load().years().get(notice.year());
        if (known == null || !known.notice().equals(notice)) {
            notices.save(CalendarNotice.imported(notice, staff.id(), LocalDateTime.now(clock)));
            load();
        }
    }

    void withdraw(int calendarYear) {
        notices.save(CalendarNotice.withdrawn(calendarYear, staff.id(), LocalDateTime.now(clock)));
        load();
    }

    private Loaded load() {
        long newest = notices.newest().orElse(0L);
        Loaded known = loaded;
        Loaded now = known != null && known.newest() == newest
                ? new Loaded(newest, known.years(), known.calendar(), known.versions(), System.nanoTime())
                : read();
        loaded = now;
        return now;
    }

    private Loaded read() {
        Map<Integer, Year> years = new TreeMap<>();
        shipped.forEach((number, file) -> years.put(number, new Year(file, null)));
        WorkingCalendar calendar = new WorkingCalendar(notices(years).values());
        Map<String, WorkingCalendar> versions = new HashMap<>();
        versions.put(calendar.version(), calendar);
        long newest = 0;
        for (CalendarNotice origin : notices.findAllByOrderById()) {
            newest = origin.id();
            int number = origin.calendarYear();
            CalendarYear file = origin.notice().orElse(shipped.get(number));
            if (file == null) {
                years.remove(number);
            } else {
                years.put(number, new Year(file, origin.notice().isPresent() ? origin : null));
            }
            calendar = new WorkingCalendar(notices(years).values());
            versions.put(calendar.version(), calendar);
        }
        return new Loaded(newest, Map.copyOf(years), calendar, versions, System.nanoTime());
    }

    private static Map<Integer, CalendarYear> notices(Map<Integer, Year> years) {
        Map<Integer, CalendarYear> notices = new HashMap<>();
        years.forEach((number, year) -> notices.put(number, year.notice()));
        return notices;
    }
}
