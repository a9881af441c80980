package org.jiesu.supervision;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jiesu.access.Action;
import org.jiesu.access.Needs;
import org.jiesu.cases.Cases;
import org.jiesu.cases.Codes;
import org.jiesu.organisation.Institution;
import org.jiesu.organisation.Institutions;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What was done about the clocks of a case. */
@RestController
@RequestMapping("/api/cases/{caseNumber}/supervision")
class SupervisionController {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

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
                        china(taken.dueAt()),
                        china(taken.takenAt()),
                        taken.handlingUnit(),
                        taken.handler(),
                        taken.answerBy(),
                        taken.answeredBy() == null ? null : institution.unitOfGroup(taken.answeredBy())))
                .toList();
    }

    private static OffsetDateTime china(LocalDateTime at) {
        return at.atZone(CHINA).toOffsetDateTime();
    }
}
