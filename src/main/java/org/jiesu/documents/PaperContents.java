package org.jiesu.documents;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface PaperContents extends Repository<PaperContent, Long> {

    PaperContent save(PaperContent content);

    Optional<PaperContent> findById(long paperId);
}
