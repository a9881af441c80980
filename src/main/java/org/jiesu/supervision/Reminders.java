package org.jiesu.supervision;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jiesu.organisation.Institutions;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people have to be told is collected for a quarter of an hour, so that each gets one message. */
@Service
@Transactional
public class Reminders {

    private static final int COLLECTED_MINUTES = 15;
    /** What is queued in the last minute before a digest might be written after the digest has read. */
    private static final Duration TOO_CLOSE = Duration.ofMinutes(1);

    private final ReminderRepository waiting;
    private final DigestSlotRepository slots;
    private final Messenger messenger;
    private final Institutions institutions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Reminders(
            ReminderRepository waiting,
            DigestSlotRepository slots,
            Messenger messenger,
            Institutions institutions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.waiting = waiting;
        this.slots = slots;
        this.messenger = messenger;
        this.institutions = institutions;
        this.events = events;
        this.clock = clock;
    }

    void queue(String institution, String recipient, String caseNumber, String line) {
        LocalDateTime at = nextDigest(institution);
        waiting.save(new Reminder(institution, recipient, caseNumber, line, at));
        events.publishEvent(new RemindersQueued(institution, at));
    }

    /** Quarters of an hour from the opening of the office on. */
    private LocalDateTime nextDigest(String institution) {
        LocalDateTime now = LocalDateTime.now(clock);
        LocalDateTime opening =
                now.toLocalDate().atTime(institutions.get(institution).office().open());
        long passed = Math.floorDiv(Duration.between(opening, now).toMinutes(), COLLECTED_MINUTES);
        LocalDateTime next = opening.plusMinutes((passed + 1) * COLLECTED_MINUTES);
        return Duration.between(now, next).compareTo(TOO_CLOSE) < 0 ? next.plusMinutes(COLLECTED_MINUTES) : next;
    }

    @Transactional(readOnly = true)
    public boolean planned(String institution, LocalDateTime at) {
        return slots.existsById(DigestSlot.id(institution, at));
    }

    /** Claims the digest of this time; fails when another one did so at the same moment. */
    public void plan(String institution, LocalDateTime at) {
        slots.saveAndFlush(new DigestSlot(institution, at));
    }

    /** Sends each person one message with everything that was collected for them up to this time. */
    public void send(String institution, LocalDateTime at) {
        List<Reminder> due = waiting.findByInstitutionAndDigestAtLessThanEqualOrderById(institution, at);
        Map<String, List<Messenger.Line>> byPerson = due.stream()
                .collect(Collectors.groupingBy(
                        Reminder::recipient,
                        LinkedHashMap::new,
                        Collectors.mapping(Reminder::line, Collectors.toList())));
        byPerson.forEach((person, lines) -> messenger.send(person, "时限提醒（%d项）".formatted(lines.size()), lines));
        waiting.deleteAll(due);
    }
}
