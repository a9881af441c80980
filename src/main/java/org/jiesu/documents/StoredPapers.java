package org.jiesu.documents;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface StoredPapers extends Repository<StoredPaper, Long> {

    StoredPaper save(StoredPaper paper);

    List<StoredPaper> findByCaseNumberOrderById(String caseNumber);

    Optional<StoredPaper> findByIdAndCaseNumber(long id, String caseNumber);

    Optional<StoredPaper> findFirstByCaseNumberAndKindAndAudienceAndAboutOrderByVersionDesc(
            String caseNumber, PaperKind kind, Audience audience, String about);

    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("delete from StoredPaper x where x.caseNumber = :caseNumber")
    void erase(String caseNumber);
}
