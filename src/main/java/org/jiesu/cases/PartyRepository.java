package org.jiesu.cases;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface PartyRepository extends JpaRepository<PartyRecord, Long> {

    List<PartyRecord> findByCaseNumberOrderById(String caseNumber);

    List<PartyRecord> findByCaseNumberInOrderById(Collection<String> caseNumbers);

    @Query("select p.caseNumber from PartyRecord p where p.phoneIndex in :traces and p.role <> 'RESPONDENT'")
    List<String> caseNumbersByPhone(List<String> traces);

    @Query("select p.caseNumber from PartyRecord p where p.idNumberIndex in :traces and p.role <> 'RESPONDENT'")
    List<String> caseNumbersByIdNumber(List<String> traces);

    List<PartyRecord> findByBusinessPartsLike(String pattern);

    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("delete from PartyRecord x where x.caseNumber = :caseNumber")
    void erase(String caseNumber);
}
