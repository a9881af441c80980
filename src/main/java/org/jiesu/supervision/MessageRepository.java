package org.jiesu.supervision;

import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.repository.Repository;

interface MessageRepository extends Repository<Message, Long> {

    Message save(Message message);

    Page<Message> findByRecipientOrderByIdDesc(String recipient, Pageable page);

    Optional<Message> findByIdAndRecipient(long id, String recipient);

    long countByRecipientAndReadAtIsNull(String recipient);
}
