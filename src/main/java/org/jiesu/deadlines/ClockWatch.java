package org.jiesu.deadlines;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.jiesu.cases.Cases;
import org.jiesu.organisation.Institutions;
import org.jiesu.shared.LastDay;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which clocks of a case are near their date or past it, and by how much: what supervision looks at. */
@Service
public class ClockWatch {

    /**
     * A clock that is 临期 or beyond.
     *
     * @param daysLeft working days after today until it is due; negative: working days since it was. Null for a clock of
     *     minutes or hours until a working day has passed since it was due
     * @param minutesLeft minutes until it is due, negative past due; null for a clock of days
     */
    public record Watched(
            String clock,
            int run,
            Layer layer,
            LocalDateTime dueAt,
            boolean provisional,
            Integer daysLeft,
            Long minutesLeft) {

        public LastDay lastDay() {
            return LastDay.of(dueAt, provisional);
        }

        /** A clock of minutes or hours, which is acted upon day and night. */
        public boolean atOnce() {
            return minutesLeft != null;
        }
    }

    private final LedgerRepository ledger;
    private final Lights lights;
    private final Calendars calendars;
    private final Cases cases;
    private final Institutions institutions;
    private final Clock clock;

    ClockWatch(
            LedgerRepository ledger,
            Lights lights,
            Calendars calendars,
            Cases cases,
            Institutions institutions,
            Clock clock) {
        this.ledger = ledger;
        this.lights = lights;
        this.calendars = calendars;
        this.cases = cases;
        this.institutions = institutions;
        this.clock = clock;
    }

    /** Clocks of days only once the office has opened on a working day; a paused clock never. */
    @Transactional(readOnly = true)
    public List<Watched> of(String caseNumber) {
        LocalDateTime now = LocalDateTime.now(clock);
        LocalTime opening =
                institutions.get(cases.view(caseNumber).institution()).office().open();
        boolean officeDay = calendars.current().isWorkingDay(now.toLocalDate())
                && !now.toLocalTime().isBefore(opening);
        return ledger.findByCaseNumberAndEndedAtIsNullOrderById(caseNumber).stream()
                .filter(entry -> lights.watched(entry, now))
                .filter(entry -> officeDay || entry.inMinutes())
                .map(entry -> watched(entry, now))
                .toList();
    }

    private Watched watched(LedgerEntry entry, LocalDateTime now) {
        int days = daysLeft(now.toLocalDate(), entry.dueAt().toLocalDate());
        boolean minutes = entry.inMinutes();
        return new Watched(
                entry.clock(),
                entry.run(),
                entry.layer(),
                entry.dueAt(),
                entry.provisional(),
                minutes && days >= 0 ? null : days,
                minutes ? minutesLeft(now, entry.dueAt()) : null);
    }

    /** Whole minutes; a second past due is a minute past due. */
    private static long minutesLeft(LocalDateTime now, LocalDateTime dueAt) {
        return Math.floorDiv(Duration.between(now, dueAt).toSeconds(), 60);
    }

    private int daysLeft(LocalDate today, LocalDate due) {
        return today.isAfter(due) ? -workingDays(due, today) : workingDays(today, due);
    }

    /** Working days after the one date, up to and including the other. */
    private int workingDays(LocalDate after, LocalDate until) {
        return (int) after.plusDays(1)
                .datesUntil(until.plusDays(1))
                .filter(calendars.current()::isWorkingDay)
                .count();
    }
}
