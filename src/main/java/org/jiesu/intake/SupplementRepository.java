package org.jiesu.intake;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface SupplementRepository extends JpaRepository<SupplementRecord, String> {

    List<SupplementRecord> findBySubmissionIdOrderByReceivedAt(String submissionId);

    Optional<SupplementRecord> findBySubmissionIdAndContentHashIn(String submissionId, List<String> traces);
}
