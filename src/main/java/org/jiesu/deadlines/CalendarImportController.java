package org.jiesu.deadlines;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import org.jiesu.access.Action;
import org.jiesu.access.Needs;
import org.jiesu.access.Recorded;
import org.jiesu.deadlines.WorkingCalendar.ChangedDay;
import org.jiesu.platform.CurrentStaff;
import org.jiesu.shared.ChinaTime;
import org.jiesu.shared.Refusal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The years that are loaded, and how another notice gets in: what it would move first, then the same for real. */
@RestController
@RequestMapping("/api/calendar")
class CalendarImportController {

    private static final String IMPORTER = "modeler";

    private final Calendars calendars;
    private final Recount recount;
    private final CalendarGuard guard;
    private final CurrentStaff staff;

    CalendarImportController(Calendars calendars, Recount recount, CalendarGuard guard, CurrentStaff staff) {
        this.calendars = calendars;
        this.recount = recount;
        this.guard = guard;
        this.staff = staff;
    }

    /** @param unfinished cases whose clocks were counted by an older calendar and wait for the rest of a broken run */
    record Loaded(LocalDate publishedUntil, long provisionalClocks, long unfinished, List<LoadedYear> years) {}

    /** @param importedAt null for a file that ships with the application */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LoadedYear(
            int year, List<String> papers, OffsetDateTime importedAt, String importedBy, List<CalendarYear.Day> days) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Warning(String warning) {}

    /** @param unfinished cases that could not be counted anew because somebody worked on them; the next run takes them up */
    record Outcome(boolean applied, List<ChangedDay> changedDays, List<MovedClock> moved, long unfinished) {}

    @GetMapping
    @Needs(Action.LOOK_UP)
    Loaded loaded() {
        return new Loaded(
                guard.publishedUntil(),
                guard.provisionalClocks(),
                recount.unfinished(),
                calendars.years().stream()
                        .map(CalendarImportController::loadedYear)
                        .sorted(Comparator.comparing(LoadedYear::year).reversed())
                        .toList());
    }

    private static LoadedYear loadedYear(Calendars.Year year) {
        CalendarNotice origin = year.origin();
        return new LoadedYear(
                year.notice().year(),
                year.notice().papers(),
                origin == null ? null : ChinaTime.of(origin.importedAt()),
                origin == null ? null : origin.importedBy(),
                year.notice().days());
    }

    /** Only for whoever can do something about it; empty for everybody else. */
    @GetMapping("/warning")
    @Needs(Action.LOOK_UP)
    Warning warning() {
        return new Warning(staff.get().in(IMPORTER) ? guard.warning().orElse(null) : null);
    }

    @PutMapping("/{year}")
    @Needs(Action.IMPORT_CALENDAR)
    @Recorded
    Outcome bring(
            @PathVariable int year,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestBody(required = false) String notice) {
        CalendarYear read = NoticeReader.read(year, notice);
        return change(calendars.with(read), dryRun, () -> calendars.bring(read));
    }

    /** Takes a wrong import back: the file that ships counts again, or none. */
    @DeleteMapping("/{year}")
    @Needs(Action.IMPORT_CALENDAR)
    @Recorded
    Outcome withdraw(@PathVariable int year, @RequestParam(defaultValue = "false") boolean dryRun) {
        WorkingCalendar rest =
                calendars.withoutImport(year).orElseThrow(() -> new Refusal("没有导入过 " + year + " 年的安排，无可撤销"));
        return change(rest, dryRun, () -> calendars.withdraw(year));
    }

    private Outcome change(WorkingCalendar next, boolean dryRun, Runnable putInForce) {
        List<ChangedDay> days = calendars.latest().changesTo(next);
        if (dryRun) {
            return new Outcome(false, days, recount.preview(next), recount.unfinished());
        }
        putInForce.run();
        return new Outcome(true, days, recount.run(), recount.unfinished());
    }
}
