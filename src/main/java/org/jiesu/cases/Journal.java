package org.jiesu.cases;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import org.jiesu.platform.CurrentStaff;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The append-only diary of a case: who did what when (FC 六.1). */
@Service
public class Journal {

    /** One line of the diary; {@code actor} is a user id or {@link CurrentStaff#SYSTEM}. */
    public record Entry(LocalDateTime at, String actor, String action, String detail) {}

    private final JournalRepository repository;
    private final CurrentStaff staff;
    private final Clock clock;

    Journal(JournalRepository repository, CurrentStaff staff, Clock clock) {
        this.repository = repository;
        this.staff = staff;
        this.clock = clock;
    }

    /** Writes a line in the name of whoever acts now, inside the transaction of the act. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(String caseNumber, String action, String detail) {
        repository.save(new JournalEntry(caseNumber, LocalDateTime.now(clock), staff.id(), action, detail));
    }

    @Transactional(readOnly = true)
    public List<Entry> of(String caseNumber) {
        return repository.findByCaseNumberOrderById(caseNumber).stream()
                .map(JournalEntry::entry)
                .toList();
    }
}
