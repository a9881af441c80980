package org.jiesu.deadlines;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;

/**
 * A clock that another calendar moves.
 *
 * @param from when it was due, null while it was paused
 * @param overdue whether it moves into the past: its time is over at once
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MovedClock(
        String caseNumber,
        String clock,
        String clockName,
        OffsetDateTime from,
        boolean fromProvisional,
        OffsetDateTime to,
        boolean toProvisional,
        boolean overdue) {}
