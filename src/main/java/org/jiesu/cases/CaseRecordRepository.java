package org.jiesu.cases;

import jakarta.persistence.LockModeType;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface CaseRecordRepository extends JpaRepository<CaseRecord, String> {

    List<CaseRecord> findBySubmissionIdOrderByCaseNumber(String submissionId);

    /** Numbers of the cases that one submission made, this one among them. */
    @Query("select r.caseNumber from CaseRecord r where r.submissionId ="
            + " (select s.submissionId from CaseRecord s where s.caseNumber = :caseNumber)")
    List<String> ofSameSubmission(String caseNumber);

    List<CaseRecord> findByCaseNumberInAndReceivedAtGreaterThanEqualOrderByReceivedAt(
            Collection<String> caseNumbers, LocalDateTime since);

    List<CaseRecord> findByInstitutionAndReceivedAtGreaterThanEqualAndReceivedAtLessThan(
            String institution, LocalDateTime from, LocalDateTime before);

    List<CaseRecord> findByInstitutionAndStateOrderByReceivedAt(String institution, CaseState state);

    @Query("select r.caseNumber from CaseRecord r where r.state = org.jiesu.cases.CaseState.OPEN"
            + " and r.caseNumber > :after order by r.caseNumber")
    List<String> openAfter(String after, Limit atMost);

    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("delete from CaseRecord x where x.caseNumber = :caseNumber")
    void erase(String caseNumber);

    @Query("select r.caseNumber from CaseRecord r where r.institution = :institution and r.kind = :kind"
            + " and r.state = org.jiesu.cases.CaseState.CLOSED and r.closedAt < :before and r.caseNumber > :after"
            + " order by r.caseNumber")
    List<String> closedBefore(String institution, CaseKind kind, LocalDateTime before, String after, Limit atMost);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    List<CaseRecord> findByCaseNumberInOrderByCaseNumber(Collection<String> caseNumbers);

    /** A later case that was taken for the same matter keeps no pointer to what is gone. */
    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("update CaseRecord r set r.duplicateOf = null where r.duplicateOf = :caseNumber")
    void forgetAsEarlier(String caseNumber);
}
