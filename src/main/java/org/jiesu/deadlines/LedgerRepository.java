package org.jiesu.deadlines;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface LedgerRepository extends JpaRepository<LedgerEntry, Long> {

    List<LedgerEntry> findByCaseNumberOrderById(String caseNumber);

    List<LedgerEntry> findByCaseNumberInAndEndedAtIsNull(Collection<String> caseNumbers);

    List<LedgerEntry> findByCaseNumberAndEndedAtIsNullOrderById(String caseNumber);

    /** Cases with a running clock that was counted by another version, in the order of their numbers. */
    @Query(
            """
            select distinct e.caseNumber from LedgerEntry e
            where e.endedAt is null and e.calendarVersion <> :version and e.caseNumber > :after
            order by e.caseNumber""")
    List<String> findOutdated(String version, String after, Limit limit);

    @Query(
            "select count(distinct e.caseNumber) from LedgerEntry e where e.endedAt is null and e.calendarVersion <> :version")
    long countOutdated(String version);

    long countByEndedAtIsNullAndProvisionalTrue();

    Optional<LedgerEntry> findFirstByCaseNumberAndClockOrderByRunDesc(String caseNumber, String clock);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<LedgerEntry> findFirstLockedByCaseNumberAndClockOrderByRunDesc(String caseNumber, String clock);

    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("delete from LedgerEntry x where x.caseNumber = :caseNumber")
    void erase(String caseNumber);
}
