package org.jiesu.cases;

import java.util.List;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** No update, and no delete but with the whole case: the journal only grows. */
interface JournalRepository extends Repository<JournalEntry, Long> {

    JournalEntry save(JournalEntry entry);

    List<JournalEntry> findByCaseNumberOrderById(String caseNumber);

    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("delete from JournalEntry x where x.caseNumber = :caseNumber")
    void erase(String caseNumber);
}
