package org.jiesu.cases;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;

interface CaseRecordRepository extends JpaRepository<CaseRecord, String>, JpaSpecificationExecutor<CaseRecord> {

    List<CaseRecord> findBySubmissionIdOrderByCaseNumber(String submissionId);

    List<CaseRecord> findByCaseNumberInAndReceivedAtGreaterThanEqualOrderByReceivedAt(
            Collection<String> caseNumbers, LocalDateTime since);

    List<CaseRecord> findByInstitutionAndReceivedAtGreaterThanEqualAndReceivedAtLessThan(
            String institution, LocalDateTime from, LocalDateTime before);

    List<CaseRecord> findByInstitutionAndStateOrderByReceivedAt(String institution, CaseState state);
}
