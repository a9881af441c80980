package org.jiesu.cases;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface ExclusionRepository extends JpaRepository<Exclusion, Long> {

    List<Exclusion> findByCaseNumber(String caseNumber);

    List<Exclusion> findByUserId(String userId);

    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("delete from Exclusion x where x.caseNumber = :caseNumber")
    void erase(String caseNumber);
}
