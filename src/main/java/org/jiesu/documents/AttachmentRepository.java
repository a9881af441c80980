package org.jiesu.documents;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface AttachmentRepository extends Repository<Attachment, String> {

    Attachment save(Attachment attachment);

    List<Attachment> findByCaseNumberOrderByAddedAt(String caseNumber);

    Optional<Attachment> findByIdAndCaseNumber(String id, String caseNumber);

    long countByCaseNumber(String caseNumber);
}
