package org.jiesu.cases;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface ExclusionRepository extends JpaRepository<Exclusion, Long> {

    List<Exclusion> findByCaseNumber(String caseNumber);

    List<Exclusion> findByUserId(String userId);
}
