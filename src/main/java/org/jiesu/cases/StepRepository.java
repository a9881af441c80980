package org.jiesu.cases;

import java.util.List;
import org.springframework.data.repository.Repository;

/** No update and no delete: what a clerk filled in stays as it was. */
interface StepRepository extends Repository<StepRecord, Long> {

    StepRecord save(StepRecord step);

    List<StepRecord> findByCaseNumberOrderById(String caseNumber);
}
