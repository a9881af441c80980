package org.jiesu.notices;

import java.util.Optional;

/** Port to a way of telling somebody something: SMS, the 12315 platform, post. */
public interface Delivery {

    /**
     * Hands a notice over for delivery. The same notice handed over twice is delivered once.
     *
     * @return the proof, where this way gives one at once; empty when somebody has to deliver it and enter the proof
     */
    Optional<String> deliver(long noticeId, Recipient recipient, Long paperId);
}
