package org.jiesu.journeys;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jiesu.platform.SecurityEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What the audit is told in the journeys. */
@Component
class HeardSecurity {

    private final List<SecurityEvent> heard = new CopyOnWriteArrayList<>();

    @EventListener
    void hear(SecurityEvent event) {
        heard.add(event);
    }

    List<SecurityEvent> of(String userId) {
        return heard.stream().filter(event -> userId.equals(event.userId())).toList();
    }

    List<SecurityEvent> all() {
        return heard;
    }
}
