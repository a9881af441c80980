package org.jiesu.supervision;

import java.time.LocalDateTime;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface ReminderRepository extends JpaRepository<Reminder, Long> {

    List<Reminder> findByInstitutionAndDigestAtLessThanEqualOrderById(String institution, LocalDateTime at);
}
