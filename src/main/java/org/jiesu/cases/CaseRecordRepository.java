package org.jiesu.cases;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface CaseRecordRepository extends JpaRepository<CaseRecord, String> {

    List<CaseRecord> findBySubmissionIdOrderByCaseNumber(String submissionId);

    List<CaseRecord> findByCaseNumberInAndReceivedAtGreaterThanEqualOrderByReceivedAt(
            Collection<String> caseNumbers, LocalDateTime since);

    List<CaseRecord> findByInstitutionAndReceivedAtGreaterThanEqualAndReceivedAtLessThan(
            String institution, LocalDateTime from, LocalDateTime before);

    List<CaseRecord> findByInstitutionAndStateOrderByReceivedAt(String institution, CaseState state);

    @Query("select r.caseNumber from CaseRecord r where r.state = org.jiesu.cases.CaseState.OPEN"
            + " and r.caseNumber > :after order by r.caseNumber")
    List<String> openAfter(String after, Limit atMost);
}
