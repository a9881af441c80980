package org.jiesu.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import org.jiesu.deadlines.ClockState;
import org.jiesu.deadlines.Layer;
import org.jiesu.deadlines.Light;
import org.jiesu.deadlines.Pause;
import org.jiesu.deadlines.TermUnit;

/** A clock with its Chinese names, as screens show it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ClockDetail(
        String clock,
        String clockName,
        int run,
        Layer layer,
        String layerName,
        OffsetDateTime startedAt,
        OffsetDateTime dueAt,
        int amount,
        TermUnit unit,
        Light light,
        String lightLabel,
        ClockState state,
        boolean provisional,
        int extendedBy,
        List<Pause> pauses,
        OffsetDateTime endedAt,
        String basis) {}
