package org.jiesu.documents;

import java.util.Collection;
import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PaperContents extends Repository<PaperContent, Long> {

    PaperContent save(PaperContent content);

    Optional<PaperContent> findById(long paperId);

    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("delete from PaperContent x where x.paperId in :paperIds")
    void erase(Collection<Long> paperIds);
}
