package org.jiesu.archive;

import java.util.List;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface HoldRepository extends Repository<LegalHold, Long> {

    LegalHold save(LegalHold hold);

    List<LegalHold> findByCaseNumberOrderById(String caseNumber);

    List<LegalHold> findByCaseNumberAndLiftedAtIsNull(String caseNumber);

    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("delete from LegalHold x where x.caseNumber = :caseNumber")
    void erase(String caseNumber);
}
