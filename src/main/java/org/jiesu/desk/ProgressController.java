package org.jiesu.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import org.jiesu.access.Action;
import org.jiesu.access.Needs;
import org.jiesu.cases.CasePosition;
import org.jiesu.cases.CaseState;
import org.jiesu.cases.CaseView;
import org.jiesu.cases.Codes;
import org.jiesu.cases.Steps;
import org.jiesu.deadlines.ClockView;
import org.jiesu.deadlines.Deadlines;
import org.jiesu.deadlines.Layer;
import org.jiesu.intake.Intake;
import org.jiesu.notices.NoticeKind;
import org.jiesu.notices.Notices;
import org.jiesu.notices.Recipient;
import org.jiesu.shared.ChinaTime;
import org.jiesu.shared.NotFound;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the matter stands, for whoever holds the receipt code: stages and dates, never names. */
@RestController
@RequestMapping("/api/public/progress")
class ProgressController {

    private final Intake intake;
    private final CasePosition position;
    private final Deadlines deadlines;
    private final Notices notices;
    private final Steps steps;

    ProgressController(Intake intake, CasePosition position, Deadlines deadlines, Notices notices, Steps steps) {
        this.intake = intake;
        this.position = position;
        this.deadlines = deadlines;
        this.notices = notices;
        this.steps = steps;
    }

    record Progress(List<OneCase> cases) {}

    /** @param nextDueAt the next date that the law fixes; promises of the bureau are not quoted outside */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OneCase(
            String caseNumber,
            String kindName,
            CaseState state,
            String stage,
            String outcomeName,
            OffsetDateTime receivedAt,
            OffsetDateTime acceptedAt,
            OffsetDateTime closedAt,
            OffsetDateTime nextDueAt,
            boolean provisional,
            List<Told> notices) {}

    /** What the bureau tells whoever sent the submission; for an anonymous reporter this is the only way. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Told(String what, LocalDate on, String text) {}

    @GetMapping
    @Needs(Action.PUBLIC)
    Progress progress(@RequestHeader(name = "X-Receipt-Code", defaultValue = "") String code) {
        List<CaseView> cases = intake.casesOfReceipt(code.strip());
        if (cases.isEmpty()) {
            throw new NotFound("查询码不正确");
        }
        return new Progress(cases.stream().map(this::one).toList());
    }

    private OneCase one(CaseView view) {
        ClockView next = deadlines.clocks(view.caseNumber()).stream()
                .filter(clock -> clock.pending() && clock.layer() == Layer.STATUTE && clock.dueAt() != null)
                .min(Comparator.comparing(ClockView::dueAt))
                .orElse(null);
        return new OneCase(
                view.caseNumber(),
                view.kind().label(),
                view.state(),
                stage(view),
                view.outcome() == null ? null : view.outcome().label(),
                ChinaTime.of(view.receivedAt()),
                ChinaTime.of(view.acceptedAt()),
                ChinaTime.of(view.closedAt()),
                next == null ? null : ChinaTime.of(next.dueAt()),
                next != null && next.provisional(),
                told(view.caseNumber()));
    }

    private List<Told> told(String caseNumber) {
        return notices.of(caseNumber).stream()
                .filter(notice -> notice.recipient() == Recipient.CLAIMANT)
                .map(notice -> new Told(
                        notice.kind().label(),
                        notice.toldOn() == null ? notice.preparedAt().toLocalDate() : notice.toldOn(),
                        notice.kind() == NoticeKind.REPORT_RESULT ? result(caseNumber) : null))
                .toList();
    }

    private String result(String caseNumber) {
        return steps.of(caseNumber).stream()
                .filter(step -> step.task().equals("Task_FeedBackReporter"))
                .flatMap(step -> step.shown("feedbackText").stream())
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    /** What is done at present; that the leaders read along is the bureau's own business. */
    private String stage(CaseView view) {
        boolean inside = position.stage(view.caseNumber())
                .filter("ReportToLeader"::equals)
                .isPresent();
        return inside
                ? Codes.label("state", view.state().name())
                : position.stageName(view.caseNumber()).orElse(null);
    }
}
