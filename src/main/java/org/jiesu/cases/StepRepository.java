package org.jiesu.cases;

import java.util.List;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** No update, and no delete but with the whole case: what a clerk filled in stays as it was. */
interface StepRepository extends Repository<StepRecord, Long> {

    StepRecord save(StepRecord step);

    List<StepRecord> findByCaseNumberOrderById(String caseNumber);

    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("delete from StepRecord x where x.caseNumber = :caseNumber")
    void erase(String caseNumber);
}
