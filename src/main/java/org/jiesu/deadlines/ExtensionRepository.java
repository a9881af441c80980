package org.jiesu.deadlines;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface ExtensionRepository extends JpaRepository<ExtensionRequest, Long> {

    List<ExtensionRequest> findByEntryCaseNumberAndState(String caseNumber, ExtensionState state);

    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query(
            "delete from ExtensionRequest x where x.entry.id in (select e.id from LedgerEntry e where e.caseNumber = :caseNumber)")
    void erase(String caseNumber);
}
