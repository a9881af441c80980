package org.jiesu.supervision;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import org.jiesu.shared.NotFound;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 消息: what staff are told inside the application. */
@Service
@Transactional
class Messages implements Messenger {

    /** A message as its recipient reads it; {@code readAt} is null while it is new. */
    record Received(long id, String subject, LocalDateTime sentAt, LocalDateTime readAt, List<Line> lines) {}

    private final MessageRepository repository;
    private final Clock clock;

    Messages(MessageRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    @Override
    public void send(String recipient, String subject, List<Line> lines) {
        repository.save(new Message(recipient, subject, LocalDateTime.now(clock), lines));
    }

    @Transactional(readOnly = true)
    Page<Received> of(String recipient, int page, int size) {
        return repository
                .findByRecipientOrderByIdDesc(recipient, PageRequest.of(page, size))
                .map(Message::view);
    }

    @Transactional(readOnly = true)
    long unread(String recipient) {
        return repository.countByRecipientAndReadAtIsNull(recipient);
    }

    /** Only one's own: another's message does not exist. */
    void read(long id, String recipient) {
        repository
                .findByIdAndRecipient(id, recipient)
                .orElseThrow(() -> new NotFound("没有这条消息"))
                .read(LocalDateTime.now(clock));
    }
}
