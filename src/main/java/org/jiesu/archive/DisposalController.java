package org.jiesu.archive;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jiesu.access.Action;
import org.jiesu.access.Needs;
import org.jiesu.access.Recorded;
import org.jiesu.cases.CaseKind;
import org.jiesu.platform.CurrentStaff;
import org.jiesu.platform.StaffDirectory;
import org.jiesu.shared.BadInput;
import org.jiesu.shared.ChinaTime;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Disposal lists: made, approved, carried out, and read as the register of what was destroyed. */
@RestController
@RequestMapping("/api/disposals")
class DisposalController {

    private final Disposals disposals;
    private final DisposalRun run;
    private final CurrentStaff staff;
    private final StaffDirectory directory;

    DisposalController(Disposals disposals, DisposalRun run, CurrentStaff staff, StaffDirectory directory) {
        this.disposals = disposals;
        this.run = run;
        this.staff = staff;
        this.directory = directory;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            String listNumber,
            String caseNumber,
            CaseKind kind,
            String kindName,
            LocalDate receivedOn,
            LocalDate closedOn,
            LocalDate keptUntil,
            DisposalItemState state,
            String stateName,
            Obstacle obstacle,
            String obstacleName,
            String manifest,
            OffsetDateTime destroyedAt) {}

    /** @param lines only where one list was asked for */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Listed(
            String number,
            DisposalState state,
            String stateName,
            String madeBy,
            String madeByName,
            OffsetDateTime madeAt,
            String decidedBy,
            String decidedByName,
            OffsetDateTime decidedAt,
            String reason,
            OffsetDateTime doneAt,
            long listed,
            long destroyed,
            long kept,
            boolean running,
            List<Line> lines) {}

    @PostMapping
    @Needs(Action.MAKE_DISPOSAL)
    @Recorded
    @ResponseStatus(HttpStatus.CREATED)
    Listed make() {
        Disposals.Listed made = disposals.make();
        return view(made, disposals.lines(made.number()));
    }

    @GetMapping
    @Needs(Action.READ_DISPOSALS)
    List<Listed> all() {
        return disposals.all().stream().map(list -> view(list, null)).toList();
    }

    @GetMapping("/{number}")
    @Needs(Action.READ_DISPOSALS)
    Listed get(@PathVariable String number) {
        return view(disposals.get(number), disposals.lines(number));
    }

    /** What a list that is made now would hold, and what is due as well but must not go. */
    @GetMapping("/due")
    @Needs(Action.MAKE_DISPOSAL)
    List<Line> due() {
        return disposals.due().stream().map(DisposalController::line).toList();
    }

    /** Whether and when a case was destroyed. */
    @GetMapping("/lines")
    @Needs(Action.READ_DISPOSALS)
    List<Line> lines(@RequestParam String caseNumber) {
        return disposals.linesOf(caseNumber).stream()
                .map(DisposalController::line)
                .toList();
    }

    /** @param reason needed where the list is not approved */
    record Decision(Boolean approved, String reason) {}

    @PostMapping("/{number}/decision")
    @Needs(Action.APPROVE_DISPOSAL)
    @Recorded
    Listed decide(@PathVariable String number, @RequestBody Decision decision) {
        if (decision.approved() == null) {
            throw new BadInput("approved", "“是否同意”必填");
        }
        String reason = decision.approved()
                ? Reasons.optional(decision.reason(), "审批意见")
                : Reasons.given(decision.reason(), "不同意的理由");
        return view(disposals.decide(number, decision.approved(), reason), null);
    }

    /** Goes on where an earlier run was broken off. */
    @PostMapping("/{number}/execution")
    @Needs(Action.MAKE_DISPOSAL)
    @Recorded
    @ResponseStatus(HttpStatus.ACCEPTED)
    void execute(@PathVariable String number) {
        run.start(staff.get().institution(), number);
    }

    private Listed view(Disposals.Listed list, List<Disposals.Line> lines) {
        return new Listed(
                list.number(),
                list.state(),
                list.state().label(),
                list.madeBy(),
                directory.nameOf(list.madeBy()),
                ChinaTime.of(list.madeAt()),
                list.decidedBy(),
                directory.nameOf(list.decidedBy()),
                ChinaTime.of(list.decidedAt()),
                list.reason(),
                ChinaTime.of(list.doneAt()),
                list.listed(),
                list.destroyed(),
                list.kept(),
                run.running(list.number()),
                lines == null
                        ? null
                        : lines.stream().map(DisposalController::line).toList());
    }

    private static Line line(Disposals.Line line) {
        return new Line(
                line.listNumber(),
                line.caseNumber(),
                line.kind(),
                line.kind().label(),
                line.receivedOn(),
                line.closedOn(),
                line.keptUntil(),
                line.state(),
                line.state() == null ? null : line.state().label(),
                line.obstacle(),
                line.obstacle() == null ? null : line.obstacle().label(),
                line.manifest(),
                ChinaTime.of(line.destroyedAt()));
    }
}
