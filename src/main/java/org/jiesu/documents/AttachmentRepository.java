package org.jiesu.documents;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface AttachmentRepository extends Repository<Attachment, String> {

    /** At once: the content, which JPA knows nothing of, refers to it. */
    Attachment saveAndFlush(Attachment attachment);

    List<Attachment> findByCaseNumberOrderByAddedAt(String caseNumber);

    Optional<Attachment> findByIdAndCaseNumber(String id, String caseNumber);

    long countByCaseNumber(String caseNumber);
}
