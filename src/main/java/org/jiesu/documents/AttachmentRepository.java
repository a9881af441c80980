package org.jiesu.documents;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AttachmentRepository extends Repository<Attachment, String> {

    /** At once: the content, which JPA knows nothing of, refers to it. */
    Attachment saveAndFlush(Attachment attachment);

    List<Attachment> findByCaseNumberOrderByAddedAt(String caseNumber);

    Optional<Attachment> findByIdAndCaseNumber(String id, String caseNumber);

    long countByCaseNumber(String caseNumber);

    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("delete from Attachment x where x.caseNumber = :caseNumber")
    void erase(String caseNumber);
}
