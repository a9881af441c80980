package org.jiesu.workflow.dmn;

import java.util.Map;
import org.jiesu.jurisdiction.DecisionTables;
import org.springframework.stereotype.Component;

/** What was agreed with a channel, as rows of {@code channels.dmn}. */
@Component
public class ChannelRules {

    private final DecisionTables tables;

    ChannelRules(DecisionTables tables) {
        this.tables = tables;
    }

    /** Whether an order may go back to the channel it came from; a channel without a row takes nothing back. */
    public boolean returnAllowed(String channel) {
        return tables.one("channels", Map.of("channel", channel))
                .map(row -> Boolean.TRUE.equals(row.get("returnAllowed")))
                .orElse(false);
    }
}
