package org.jiesu.desk;

import java.time.OffsetDateTime;
import java.util.List;
import org.jiesu.access.Action;
import org.jiesu.access.Needs;
import org.jiesu.cases.CaseQuery;
import org.jiesu.cases.CaseView;
import org.jiesu.cases.Cases;
import org.jiesu.cases.Handlers;
import org.jiesu.cases.Identities;
import org.jiesu.cases.Journal;
import org.jiesu.cases.Steps;
import org.jiesu.deadlines.ClockDetail;
import org.jiesu.intake.Intake;
import org.jiesu.notices.Notices;
import org.jiesu.shared.ChinaTime;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What staff read of cases. */
@RestController
@RequestMapping("/api/cases")
class CaseReadController {

    private final Cases cases;
    private final Identities identities;
    private final Handlers handlers;
    private final CaseReader reader;
    private final CaseLists lists;
    private final Journal journal;
    private final Steps steps;
    private final Notices notices;
    private final Intake intake;

    CaseReadController(
            Cases cases,
            Identities identities,
            Handlers handlers,
            CaseReader reader,
            CaseLists lists,
            Journal journal,
            Steps steps,
            Notices notices,
            Intake intake) {
        this.cases = cases;
        this.identities = identities;
        this.handlers = handlers;
        this.reader = reader;
        this.lists = lists;
        this.journal = journal;
        this.steps = steps;
        this.notices = notices;
        this.intake = intake;
    }

    @GetMapping("/{caseNumber}")
    @Needs(Action.READ_CASE)
    CaseDetail detail(@PathVariable String caseNumber) {
        CaseView view = cases.view(caseNumber);
        return reader.detail(view);
    }

    record Candidate(String userId, String name) {}

    /** Who may be named as handler: the members of the case's unit. */
    @GetMapping("/{caseNumber}/handlers")
    @Needs(Action.READ_CASE)
    List<Candidate> handlers(@PathVariable String caseNumber) {
        CaseView view = cases.view(caseNumber);
        return handlers.candidates(view).stream()
                .map(member -> new Candidate(member.userId(), member.name()))
                .toList();
    }

    record JournalLine(OffsetDateTime at, String actor, String action, String detail) {}

    @GetMapping("/{caseNumber}/journal")
    @Needs(Action.READ_CASE)
    List<JournalLine> journal(@PathVariable String caseNumber) {
        return journal.of(caseNumber).stream()
                .map(line -> new JournalLine(
                        ChinaTime.of(line.at()), reader.personName(line.actor()), line.action(), line.detail()))
                .toList();
    }

    record StepLine(OffsetDateTime at, String actor, String task, String taskName, List<StepValue> values) {}

    record StepValue(String label, String value) {}

    @GetMapping("/{caseNumber}/steps")
    @Needs(Action.READ_CASE)
    List<StepLine> steps(@PathVariable String caseNumber) {
        Identities.Words people = identities.of(caseNumber);
        return steps.of(caseNumber).stream()
                .map(step -> new StepLine(
                        ChinaTime.of(step.at()),
                        reader.personName(step.actor()),
                        step.task(),
                        step.taskName(),
                        step.values().stream()
                                .map(field -> new StepValue(field.label(), people.masked(field.shown())))
                                .toList()))
                .toList();
    }

    @GetMapping("/{caseNumber}/clocks")
    @Needs(Action.READ_CASE)
    List<ClockDetail> clocks(@PathVariable String caseNumber) {
        return reader.clocks(caseNumber);
    }

    @GetMapping("/{caseNumber}/clocks/{clock}/explanation")
    @Needs(Action.READ_CASE)
    CaseReader.Explanation explanation(@PathVariable String caseNumber, @PathVariable String clock) {
        return reader.explanation(caseNumber, clock);
    }

    record SupplementLine(OffsetDateTime at, String event, String subject, String content, String demand) {}

    @GetMapping("/{caseNumber}/supplements")
    @Needs(Action.READ_CASE)
    List<SupplementLine> supplements(@PathVariable String caseNumber) {
        Identities.Words people = identities.of(caseNumber);
        return intake.supplements(caseNumber).stream()
                .map(kept -> new SupplementLine(
                        ChinaTime.of(kept.at()),
                        kept.event(),
                        people.masked(kept.subject()),
                        people.masked(kept.content()),
                        people.masked(kept.demand())))
                .toList();
    }

    @GetMapping("/{caseNumber}/notices")
    @Needs(Action.READ_CASE)
    List<Notices.Told> notices(@PathVariable String caseNumber) {
        Identities.Words people = identities.of(caseNumber);
        return notices.of(caseNumber).stream()
                .map(told -> told.masked(people::masked))
                .toList();
    }

    @GetMapping
    @Needs(Action.FIND_CASES)
    CaseLists.Page list(
            @RequestParam(required = false) String state,
            @RequestParam(required = false) String unit,
            @RequestParam(required = false) String kind,
            @RequestParam(required = false) String light,
            @RequestParam(required = false) String caseNumber,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        return lists.page(CaseQuery.of(state, unit, kind, caseNumber), light, page, size);
    }

    /** People are looked up in the body, never in a URL. */
    @PostMapping("/search")
    @Needs(Action.FIND_CASES)
    CaseLists.Page search(@RequestBody CaseLists.Search search) {
        return lists.search(search);
    }
}
