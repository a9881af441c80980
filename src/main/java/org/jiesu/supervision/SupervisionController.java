package org.jiesu.supervision;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jiesu.access.Action;
import org.jiesu.access.Needs;
import org.jiesu.cases.Cases;
import org.jiesu.cases.Codes;
import org.jiesu.organisation.Institution;
import org.jiesu.organisation.Institutions;
import org.jiesu.shared.ChinaTime;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What was done about the clocks of a case. */
@RestController
@RequestMapping("/api/cases/{caseNumber}/supervision")
class SupervisionController {

    private final Supervision supervision;
    private final Cases cases;
    private final Institutions institutions;

    SupervisionController(Supervision supervision, Cases cases, Institutions institutions) {
        this.supervision = supervision;
        this.cases = cases;
        this.institutions = institutions;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            Measure measure,
            String measureName,
            String clock,
            String clockName,
            int run,
            OffsetDateTime dueAt,
            OffsetDateTime takenAt,
            String handlingUnit,
            String handler,
            LocalDate answerBy,
            String answeringUnit) {}

    @GetMapping
    @Needs(Action.READ_CASE)
    List<Line> of(@PathVariable String caseNumber) {
        Institution institution = institutions.get(cases.view(caseNumber).institution());
        return supervision.of(caseNumber).stream()
                .map(taken -> new Line(
                        taken.measure(),
                        taken.measure().label(),
                        taken.clock(),
                        Codes.label("clock", taken.clock()),
                        taken.run(),
                        ChinaTime.of(taken.dueAt()),
                        ChinaTime.of(taken.takenAt()),
                        taken.handlingUnit(),
                        taken.handler(),
                        taken.answerBy(),
                        taken.answeredBy() == null ? null : institution.unitOfGroup(taken.answeredBy())))
                .toList();
    }
}
