package org.jiesu.audit;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface BreachRepository extends Repository<BreachRecord, Long> {

    BreachRecord saveAndFlush(BreachRecord breach);

    Optional<BreachRecord> findByIdAndInstitution(long id, String institution);

    List<BreachRecord> findByInstitutionOrderByIdDesc(String institution);
}
