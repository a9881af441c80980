package org.jiesu.workflow.rehearsal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jiesu.access.Action;
import org.jiesu.access.Needs;
import org.jiesu.access.Recorded;
import org.jiesu.shared.BadInput;
import org.jiesu.shared.ChinaTime;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Rehearsal time for process administrators: sixty days in six seconds, on a throw-away database. */
@RestController
@RequestMapping("/api/rehearsal/clock")
@Profile("rehearsal")
class RehearsalController {

    /** Far enough for every retention; a timer that is not running stands in the year 9999 and must not be reached. */
    private static final int MOST_YEARS = 20;

    private final Rehearsal rehearsal;

    RehearsalController(Rehearsal rehearsal) {
        this.rehearsal = rehearsal;
    }

    /** @param next whether to move to the next timer, whatever {@code now} says */
    record Target(String now, boolean next) {}

    /** @param next the timer of a case that is due next; null when none runs */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Time(OffsetDateTime now, Integer fired, List<Rehearsal.Timer> timers, Rehearsal.Timer next) {}

    @GetMapping
    @Needs(Action.REHEARSE)
    Time now() {
        return new Time(china(), null, null, rehearsal.next().orElse(null));
    }

    @PostMapping
    @Needs(Action.REHEARSE)
    @Recorded
    Time move(@RequestBody Target target) {
        Rehearsal.Moved moved = target.next()
                ? rehearsal.moveToNext()
                : rehearsal.moveTo(near(parse(target.now())).toInstant());
        return new Time(china(), moved.fired(), moved.timers(), rehearsal.next().orElse(null));
    }

    private OffsetDateTime near(OffsetDateTime to) {
        if (to.isAfter(china().plusYears(MOST_YEARS))) {
            throw new BadInput("now", "一次最多前移 " + MOST_YEARS + " 年");
        }
        return to;
    }

    private static OffsetDateTime parse(String now) {
        try {
            return OffsetDateTime.parse(now == null ? "" : now);
        } catch (DateTimeParseException e) {
            throw new BadInput("now", "“now”须是带时区的时间，如 2026-02-12T09:30:00+08:00");
        }
    }

    private OffsetDateTime china() {
        return ChinaTime.of(rehearsal.now());
    }
}
