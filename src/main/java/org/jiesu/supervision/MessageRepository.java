package org.jiesu.supervision;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface MessageRepository extends Repository<Message, Long> {

    Message save(Message message);

    Page<Message> findByRecipientOrderByIdDesc(String recipient, Pageable page);

    Optional<Message> findByIdAndRecipient(long id, String recipient);

    long countByRecipientAndReadAtIsNull(String recipient);

    @Query("select distinct x.id from Message x join x.lines l where l.caseNumber = :caseNumber")
    List<Long> mentioning(String caseNumber);

    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("delete from Message x where x.id in :ids")
    void erase(Collection<Long> ids);
}
