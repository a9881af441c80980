package org.jiesu.deadlines;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jiesu.organisation.Institution.OfficeHours;
import org.jiesu.organisation.Institutions;
import org.springframework.stereotype.Component;

/** When an institution's office is open: its hours on working days, make-up days included. */
@Component
public class OfficeTime {

    private final Calendars calendars;
    private final Institutions institutions;

    OfficeTime(Calendars calendars, Institutions institutions) {
        this.calendars = calendars;
        this.institutions = institutions;
    }

    public boolean isOpen(String institution, LocalDateTime at) {
        return calendars.current().isWorkingDay(at.toLocalDate())
                && hours(institution).covers(at.toLocalTime());
    }

    /** The next time at which the office opens: later the same day, or on the next working day. */
    public LocalDateTime nextOpening(String institution, LocalDateTime at) {
        OfficeHours hours = hours(institution);
        LocalDate day = at.toLocalDate();
        boolean today =
                calendars.current().isWorkingDay(day) && at.toLocalTime().isBefore(hours.open());
        return (today ? day : calendars.current().nextWorkingDay(day)).atTime(hours.open());
    }

    /** Whether the notice that says if this day is a working day is still to come. */
    public boolean isProvisional(LocalDate day) {
        return !calendars.current().isPublished(day);
    }

    /** The morning of the working day so many working days before this date. */
    public LocalDateTime openingWorkingDaysAgo(String institution, LocalDate date, int workingDays) {
        return calendars
                .current()
                .subtractWorkingDays(date, workingDays)
                .atTime(hours(institution).open());
    }

    /** The morning of the working day so many working days after this date. */
    public LocalDateTime openingWorkingDaysAfter(String institution, LocalDate date, int workingDays) {
        return calendars
                .current()
                .addWorkingDays(date, workingDays)
                .atTime(hours(institution).open());
    }

    private OfficeHours hours(String institution) {
        return institutions.get(institution).office();
    }
}
