package org.jiesu.supervision;

import java.time.LocalDateTime;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface ReminderRepository extends JpaRepository<Reminder, Long> {

    List<Reminder> findByInstitutionAndDigestAtLessThanEqualOrderById(String institution, LocalDateTime at);

    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("delete from Reminder x where x.caseNumber = :caseNumber")
    void erase(String caseNumber);
}
