package org.jiesu.documents;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface StoredPapers extends Repository<StoredPaper, Long> {

    StoredPaper save(StoredPaper paper);

    List<StoredPaper> findByCaseNumberOrderById(String caseNumber);

    Optional<StoredPaper> findByIdAndCaseNumber(long id, String caseNumber);

    Optional<StoredPaper> findFirstByCaseNumberAndKindAndAudienceAndAboutOrderByVersionDesc(
            String caseNumber, PaperKind kind, Audience audience, String about);
}
