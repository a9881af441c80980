package org.jiesu.documents;

import java.util.Collection;
import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AttachmentContents extends Repository<AttachmentContent, String> {

    AttachmentContent save(AttachmentContent content);

    Optional<AttachmentContent> findById(String attachmentId);

    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("delete from AttachmentContent x where x.attachmentId in :attachmentIds")
    void erase(Collection<String> attachmentIds);
}
