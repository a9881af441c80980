package org.jiesu.cases;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface CaseLinkRepository extends JpaRepository<CaseLink, Long> {

    List<CaseLink> findByCaseNumberOrderById(String caseNumber);

    List<CaseLink> findByCaseNumberInOrderById(Collection<String> caseNumbers);
}
