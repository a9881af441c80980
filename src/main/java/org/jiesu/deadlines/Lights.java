package org.jiesu.deadlines;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Which light a clock shows, and when it changes next. */
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

    /** The next moment after now at which this clock's light changes, day lights at the opening of the office. */
    Optional<LocalDateTime> nextChange(LedgerEntry entry, LocalTime opening, LocalDateTime now) {
        if (!entry.pending() || entry.dueAt() == null) {
            return Optional.empty();
        }
        LocalDateTime dueToday = entry.dueAt().toLocalDate().atTime(opening);
        LocalDateTime remind = remindFrom(entry);
        LocalDateTime soon = inMinutes(entry) ? remind : remind.toLocalDate().atTime(opening);
        return Stream.of(soon, dueToday, entry.expiresAt())
                .filter(change -> change.isAfter(now))
                .min(Comparator.naturalOrder());
    }

    static Light worst(List<Light> lights) {
        return lights.stream().max(Comparator.comparing(Light::urgency)).orElse(Light.NORMAL);
    }

    private LocalDateTime remindFrom(LedgerEntry entry) {
        return inMinutes(entry)
                ? entry.dueAt().minusMinutes(entry.remindBefore())
                : calendars
                        .current()
                        .subtractWorkingDays(entry.dueAt().toLocalDate(), entry.remindBefore())
                        .atStartOfDay();
    }

    private static boolean inMinutes(LedgerEntry entry) {
        return entry.unit() == TermUnit.MINUTES || entry.unit() == TermUnit.HOURS;
    }
}
