package org.jiesu.notices;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** A clerk prints, posts, calls or hands over, and enters way, day and proof at the task that follows. */
@Component
class ByHand implements Delivery {

    @Override
    public Optional<String> deliver(long noticeId, Recipient recipient, Long paperId) {
        return Optional.empty();
    }
}
