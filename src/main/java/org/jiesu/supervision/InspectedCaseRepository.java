package org.jiesu.supervision;

import java.util.List;
import org.springframework.data.repository.Repository;

interface InspectedCaseRepository extends Repository<InspectedCase, Long> {

    InspectedCase save(InspectedCase drawn);

    List<InspectedCase> findByInspectionOrderById(String inspection);

    List<InspectedCase> findByCaseNumberOrderById(String caseNumber);
}
