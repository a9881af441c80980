package org.jiesu.workflow;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import org.jiesu.access.Action;
import org.jiesu.access.Needs;
import org.jiesu.cases.Codes;
import org.jiesu.deadlines.ClockState;
import org.jiesu.deadlines.ClockView;
import org.jiesu.deadlines.Deadlines;
import org.jiesu.deadlines.Light;
import org.jiesu.shared.ChinaTime;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A case's clocks beside the engine's dates: the tab 时限 of a process instance. */
@RestController
@RequestMapping("/api/cases/{caseNumber}/engine-dates")
class EngineDatesController {

    private final Deadlines deadlines;
    private final EngineDates dates;

    EngineDatesController(Deadlines deadlines, EngineDates dates) {
        this.deadlines = deadlines;
        this.dates = dates;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ClockLine(
            String clock,
            String clockName,
            int run,
            String layerName,
            OffsetDateTime dueAt,
            Light light,
            String lightLabel,
            ClockState state,
            boolean provisional,
            String basis) {}

    record Dates(String caseNumber, List<ClockLine> clocks, List<EngineDates.Held> engine) {}

    /** Dates only, no facts: those who keep the processes read them too. */
    @GetMapping
    @Needs(Action.READ_DATES)
    Dates dates(@PathVariable String caseNumber) {
        return new Dates(
                caseNumber,
                deadlines.clocks(caseNumber).stream()
                        .map(EngineDatesController::line)
                        .toList(),
                dates.compare(caseNumber));
    }

    private static ClockLine line(ClockView clock) {
        LocalDateTime dueAt = clock.dueAt();
        return new ClockLine(
                clock.clock(),
                Codes.label("clock", clock.clock()),
                clock.run(),
                clock.layer().label(),
                ChinaTime.of(dueAt),
                clock.light(),
                clock.light() == null ? "已取消" : clock.light().label(),
                clock.state(),
                clock.provisional(),
                clock.basis());
    }
}
