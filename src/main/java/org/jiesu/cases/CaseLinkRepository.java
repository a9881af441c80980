package org.jiesu.cases;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface CaseLinkRepository extends JpaRepository<CaseLink, Long> {

    List<CaseLink> findByCaseNumberOrderById(String caseNumber);

    List<CaseLink> findByCaseNumberInOrderById(Collection<String> caseNumbers);

    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("delete from CaseLink x where x.caseNumber = :caseNumber or x.linkedNumber = :caseNumber")
    void erase(String caseNumber);
}
