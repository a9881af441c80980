package org.jiesu.intake;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface SubmissionRepository extends JpaRepository<SubmissionRecord, String> {

    Optional<SubmissionRecord> findByInstitutionAndChannelAndExternalNumber(
            String institution, String channel, String externalNumber);

    Optional<SubmissionRecord> findByReceiptHash(String receiptHash);

    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("delete from SubmissionRecord x where x.id = :id")
    void erase(String id);
}
