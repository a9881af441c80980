package org.jiesu.intake;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface SubmissionRepository extends JpaRepository<SubmissionRecord, String> {

    Optional<SubmissionRecord> findByInstitutionAndChannelAndExternalNumber(
            String institution, String channel, String externalNumber);

    Optional<SubmissionRecord> findByReceiptHash(String receiptHash);
}
