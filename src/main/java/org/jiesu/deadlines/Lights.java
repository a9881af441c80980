package org.jiesu.deadlines;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Which light a clock shows, and when somebody has to look at it next. */
@Component
class Lights {

    private final Calendars calendars;

    Lights(Calendars calendars) {
        this.calendars = calendars;
    }

    /** Null for a cancelled clock: it has nothing to show. */
    Light of(LedgerEntry entry, LocalDateTime now) {
        if (!entry.pending()) {
            return switch (entry.state()) {
                case MET -> Light.DONE_IN_TIME;
                case MISSED -> Light.DONE_LATE;
                default -> null;
            };
        }
        if (entry.dueAt() == null) {
            return Light.PAUSED;
        }
        if (entry.overdue(now)) {
            return Light.OVERDUE;
        }
        if (now.toLocalDate().equals(entry.dueAt().toLocalDate())) {
            return Light.DUE_TODAY;
        }
        return now.isBefore(remindFrom(entry)) ? Light.NORMAL : Light.DUE_SOON;
    }

    /** Whether the clock runs and is 临期, due or overdue: what is urged and supervised. */
    boolean watched(LedgerEntry entry, LocalDateTime now) {
        return entry.pending() && entry.dueAt() != null && !now.isBefore(remindFrom(entry));
    }

    /**
     * The next moment after now at which somebody has to look at this clock: its light changes, or, from 临期 on until
     * it has ended, the office opens on a working day.
     */
    Optional<LocalDateTime> nextCheckpoint(LedgerEntry entry, LocalTime opening, LocalDateTime now) {
        if (!entry.pending() || entry.dueAt() == null) {
            return Optional.empty();
        }
        LocalDateTime remind = remindFrom(entry);
        LocalDateTime soon = entry.inMinutes() ? remind : remind.toLocalDate().atTime(opening);
        LocalDateTime dueToday = entry.dueAt().toLocalDate().atTime(opening);
        LocalDateTime morning = later(nextOpening(opening, now), entry.inMinutes() ? entry.expiresAt() : soon);
        return Stream.of(soon, dueToday, entry.expiresAt(), morning)
                .filter(checkpoint -> checkpoint.isAfter(now))
                .min(Comparator.naturalOrder());
    }

    private static LocalDateTime later(LocalDateTime a, LocalDateTime b) {
        return a.isAfter(b) ? a : b;
    }

    private LocalDateTime nextOpening(LocalTime opening, LocalDateTime now) {
        LocalDate today = now.toLocalDate();
        boolean stillToday = calendars.current().isWorkingDay(today) && now.isBefore(today.atTime(opening));
        return (stillToday ? today : calendars.current().nextWorkingDay(today)).atTime(opening);
    }

    /** Where nothing presses, a case is 期限扣除中 only if no clock of it runs. */
    static Light worst(List<Light> lights) {
        return lights.stream()
                .max(Comparator.comparing(Light::urgency).thenComparing(light -> light != Light.PAUSED))
                .orElse(Light.NORMAL);
    }

    /** Counted back from the last working day up to the due date, so that as many working days are left. */
    private LocalDateTime remindFrom(LedgerEntry entry) {
        return entry.inMinutes()
                ? entry.dueAt().minusMinutes(entry.remindBefore())
                : calendars
                        .current()
                        .subtractWorkingDays(entry.dueAt().toLocalDate().plusDays(1), entry.remindBefore() + 1)
                        .atStartOfDay();
    }
}
