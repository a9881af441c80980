package org.jiesu.supervision;

import java.util.List;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface InspectedCaseRepository extends Repository<InspectedCase, Long> {

    InspectedCase save(InspectedCase drawn);

    List<InspectedCase> findByInspectionOrderById(String inspection);

    List<InspectedCase> findByCaseNumberOrderById(String caseNumber);

    @Query("select distinct x.inspection from InspectedCase x where x.caseNumber = :caseNumber")
    List<String> samplesWith(String caseNumber);

    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("delete from InspectedCase x where x.caseNumber = :caseNumber")
    void erase(String caseNumber);
}
