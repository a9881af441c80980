package org.jiesu.intake;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface SupplementRepository extends JpaRepository<SupplementRecord, String> {

    Optional<SupplementRecord> findBySubmissionIdAndContentHash(String submissionId, String contentHash);
}
