package org.jiesu.deadlines;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface ExtensionRepository extends JpaRepository<ExtensionRequest, Long> {

    List<ExtensionRequest> findByEntryCaseNumberAndState(String caseNumber, ExtensionState state);
}
