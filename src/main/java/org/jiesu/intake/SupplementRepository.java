package org.jiesu.intake;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface SupplementRepository extends JpaRepository<SupplementRecord, String> {

    List<SupplementRecord> findBySubmissionIdOrderByReceivedAt(String submissionId);

    Optional<SupplementRecord> findBySubmissionIdAndContentHashIn(String submissionId, List<String> traces);

    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("delete from SupplementRecord x where x.submissionId = :submissionId")
    void erase(String submissionId);
}
