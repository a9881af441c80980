package org.jiesu.cases;

import java.util.List;
import org.springframework.data.repository.Repository;

/** No update and no delete: the journal only grows. */
interface JournalRepository extends Repository<JournalEntry, Long> {

    JournalEntry save(JournalEntry entry);

    List<JournalEntry> findByCaseNumberOrderById(String caseNumber);
}
