package org.jiesu.archive;

import static org.jiesu.archive.Reasons.given;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jiesu.access.Action;
import org.jiesu.access.Needs;
import org.jiesu.cases.CaseAccess;
import org.jiesu.cases.CaseView;
import org.jiesu.cases.Cases;
import org.jiesu.platform.CurrentStaff;
import org.jiesu.shared.ChinaTime;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How long a case is kept, and what keeps it longer. */
@RestController
@RequestMapping("/api/cases/{caseNumber}")
class RetentionController {

    private final Retention retention;
    private final Cases cases;
    private final CaseAccess access;
    private final CurrentStaff staff;

    RetentionController(Retention retention, Cases cases, CaseAccess access, CurrentStaff staff) {
        this.retention = retention;
        this.cases = cases;
        this.access = access;
        this.staff = staff;
    }

    record HoldLine(String setBy, OffsetDateTime setAt, String liftedBy, OffsetDateTime liftedAt) {}

    /**
     * @param mayHold whether the caller may suspend the destruction and go on with it
     * @param mayExport whether the caller keeps the archive of such cases
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Standing(
            LocalDate closedOn,
            int years,
            String basis,
            LocalDate keptUntil,
            Obstacle obstacle,
            String obstacleName,
            List<HoldLine> holds,
            boolean mayHold,
            boolean mayExport) {}

    @GetMapping("/retention")
    @Needs(Action.READ_CASE)
    Standing standing(@PathVariable String caseNumber) {
        Retention.Standing standing = retention.of(caseNumber);
        CaseView view = cases.view(caseNumber);
        return new Standing(
                standing.closedOn(),
                standing.years(),
                standing.basis(),
                standing.keptUntil(),
                standing.obstacle(),
                standing.obstacle() == null ? null : standing.obstacle().label(),
                standing.holds().stream()
                        .map(hold -> new HoldLine(
                                hold.setBy(),
                                ChinaTime.of(hold.setAt()),
                                hold.liftedBy(),
                                ChinaTime.of(hold.liftedAt())))
                        .toList(),
                access.may(Action.HOLD, staff.get(), view),
                !view.open() && access.may(Action.EXPORT_ARCHIVE, staff.get(), view));
    }

    record Why(String reason) {}

    @PostMapping("/hold")
    @Needs(Action.HOLD)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void hold(@PathVariable String caseNumber, @RequestBody Why why) {
        retention.hold(caseNumber, given(why.reason(), "暂停销毁的理由"));
    }

    @PostMapping("/hold/lifting")
    @Needs(Action.HOLD)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void lift(@PathVariable String caseNumber, @RequestBody Why why) {
        retention.lift(caseNumber, given(why.reason(), "解除暂停的理由"));
    }
}
