package org.jiesu.deadlines;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;

interface LedgerRepository extends JpaRepository<LedgerEntry, Long> {

    List<LedgerEntry> findByCaseNumberOrderById(String caseNumber);

    List<LedgerEntry> findByCaseNumberInAndEndedAtIsNull(Collection<String> caseNumbers);

    List<LedgerEntry> findByCaseNumberAndEndedAtIsNullOrderById(String caseNumber);

    Optional<LedgerEntry> findFirstByCaseNumberAndClockOrderByRunDesc(String caseNumber, String clock);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<LedgerEntry> findFirstLockedByCaseNumberAndClockOrderByRunDesc(String caseNumber, String clock);
}
