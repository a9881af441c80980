package org.jiesu.supervision;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jiesu.cases.CaseView;
import org.jiesu.cases.Cases;
import org.jiesu.cases.Identities;
import org.jiesu.cases.Journal;
import org.jiesu.cases.Serials;
import org.jiesu.deadlines.Deadlines;
import org.jiesu.documents.Documents;
import org.jiesu.documents.InspectionReport;
import org.jiesu.documents.IssuedPaper;
import org.jiesu.documents.PaperFile;
import org.jiesu.organisation.Institutions;
import org.jiesu.platform.CurrentStaff;
import org.jiesu.shared.NotFound;
import org.jiesu.shared.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 内部监督小组检查 (FC 七.1): half of a sample by risk, half by lot; three questions a case; findings are put right. */
@Service
@Transactional
public class Inspections {

    private static final String CLOCK = "rectification";

    /** What the supervision group answers about a case; the last two only where an answer is no. */
    public record Checklist(
            boolean procedureProper, boolean periodsKept, boolean fair, String finding, LocalDate rectifyBy) {

        public boolean proper() {
            return procedureProper && periodsKept && fair;
        }
    }

    /** A case of a sample as it stands. */
    record Drawn(
            String caseNumber,
            String risks,
            boolean checked,
            Boolean procedureProper,
            Boolean periodsKept,
            Boolean fair,
            String finding,
            LocalDate rectifyBy,
            LocalDate rectifiedOn) {

        Drawn masked(UnaryOperator<String> mask) {
            return new Drawn(
                    caseNumber,
                    risks,
                    checked,
                    procedureProper,
                    periodsKept,
                    fair,
                    mask.apply(finding),
                    rectifyBy,
                    rectifiedOn);
        }
    }

    record Sample(
            String number, LocalDate from, LocalDate until, long seed, LocalDateTime drawnAt, List<Drawn> cases) {}

    private final InspectionRepository inspections;
    private final InspectedCaseRepository drawn;
    private final Cases cases;
    private final Identities identities;
    private final Deadlines deadlines;
    private final Supervision supervision;
    private final Documents documents;
    private final Serials serials;
    private final Institutions institutions;
    private final Journal journal;
    private final CurrentStaff staff;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Inspections(
            InspectionRepository inspections,
            InspectedCaseRepository drawn,
            Cases cases,
            Identities identities,
            Deadlines deadlines,
            Supervision supervision,
            Documents documents,
            Serials serials,
            Institutions institutions,
            Journal journal,
            CurrentStaff staff,
            ApplicationEventPublisher events,
            Clock clock) {
        this.inspections = inspections;
        this.drawn = drawn;
        this.cases = cases;
        this.identities = identities;
        this.deadlines = deadlines;
        this.supervision = supervision;
        this.documents = documents;
        this.serials = serials;
        this.institutions = institutions;
        this.journal = journal;
        this.staff = staff;
        this.events = events;
        this.clock = clock;
    }

    /** Draws among the cases received in these days that are not being inspected already. */
    Sample draw(String institution, LocalDate from, LocalDate until, int size, long seed) {
        List<CaseView> lot = cases.receivedBetween(institution, from, until).stream()
                .filter(view -> drawn.findByCaseNumberOrderById(view.caseNumber()).stream()
                        .allMatch(InspectedCase::done))
                .sorted(Comparator.comparing(CaseView::caseNumber))
                .collect(Collectors.toCollection(ArrayList::new));
        if (lot.isEmpty()) {
            throw new Refusal("这段时间没有可以抽查的办件");
        }
        Collections.shuffle(lot, new Random(seed));
        LocalDateTime now = LocalDateTime.now(clock);
        String series = institutions.get(institution).casePrefix() + "-I-" + now.getYear();
        Inspection inspection = inspections.save(new Inspection(
                "%s-%04d".formatted(series, serials.next(series)), institution, from, until, seed, now, staff.id()));
        sample(lot, size).forEach((view, risks) -> {
            drawn.save(new InspectedCase(inspection.number(), view.caseNumber(), String.join("、", risks)));
            journal.write(view.caseNumber(), "内部检查", "抽中检查：" + inspection.number());
            events.publishEvent(new CaseDrawn(view.caseNumber()));
        });
        return sample(inspection);
    }

    private Map<CaseView, List<String>> sample(List<CaseView> lot, int size) {
        Map<String, Supervision.Standing> standings =
                supervision.standings(lot.stream().map(CaseView::caseNumber).toList());
        Map<CaseView, List<String>> risks = new LinkedHashMap<>();
        lot.forEach(view -> risks.put(view, risks(view, standings.get(view.caseNumber()))));
        Map<CaseView, List<String>> sample = new LinkedHashMap<>();
        // The order of the lot decides among equal risks: the sort is stable.
        lot.stream()
                .filter(view -> !risks.get(view).isEmpty())
                .sorted(Comparator.comparing(view -> -risks.get(view).size()))
                .limit((size + 1) / 2)
                .forEach(view -> sample.put(view, risks.get(view)));
        lot.stream()
                .filter(Predicate.not(sample::containsKey))
                .limit((long) size - sample.size())
                .toList()
                .forEach(view -> sample.put(view, List.of("随机")));
        return sample;
    }

    private List<String> risks(CaseView view, Supervision.Standing standing) {
        List<String> risks = new ArrayList<>();
        if (standing != null && standing.late()) {
            risks.add("超期");
        }
        if ("DISSATISFIED".equals(view.satisfaction())) {
            risks.add("不满意");
        }
        if (view.approvedReturns() > 0) {
            risks.add("退单");
        }
        if (deadlines.clocks(view.caseNumber()).stream().anyMatch(one -> one.extendedBy() > 0)) {
            risks.add("延期");
        }
        return risks;
    }

    /** The three questions were answered; a finding starts the clock of its rectification, whose run is answered. */
    public OptionalInt checked(String caseNumber, Checklist list) {
        InspectedCase inspected = current(caseNumber);
        Integer run =
                list.proper() ? null : (Integer) deadlines.set(caseNumber, CLOCK, list.rectifyBy(), "内部检查提出的整改期限");
        inspected.check(list, run, LocalDateTime.now(clock));
        journal.write(caseNumber, "内部检查", list.proper() ? "未发现问题" : "发现问题，%s前整改".formatted(list.rectifyBy()));
        return run == null ? OptionalInt.empty() : OptionalInt.of(run);
    }

    /** The unit put the finding right. */
    public void rectified(String caseNumber) {
        InspectedCase inspected = current(caseNumber);
        inspected.rectify(LocalDateTime.now(clock));
        deadlines.done(caseNumber, CLOCK, inspected.clockRun());
        journal.write(caseNumber, "整改", "已整改，内容见办理记录");
    }

    private InspectedCase current(String caseNumber) {
        return drawn.findByCaseNumberOrderById(caseNumber).stream()
                .filter(one -> !one.done())
                .findFirst()
                .orElseThrow(() -> new Refusal("该办件不在检查中"));
    }

    @Transactional(readOnly = true)
    List<Sample> of(String institution) {
        return inspections.findByInstitutionOrderByDrawnAtDesc(institution).stream()
                .map(this::sample)
                .toList();
    }

    private Sample sample(Inspection inspection) {
        List<Drawn> found = drawn.findByInspectionOrderById(inspection.number()).stream()
                .map(InspectedCase::view)
                .toList();
        Map<String, Identities.Words> people =
                identities.of(found.stream().map(Drawn::caseNumber).toList());
        return new Sample(
                inspection.number(),
                inspection.fromOn(),
                inspection.untilOn(),
                inspection.seed(),
                inspection.drawnAt(),
                found.stream()
                        .map(one -> one.masked(people.get(one.caseNumber())::masked))
                        .toList());
    }

    /** The report as things stand now; a later one is the next version under the same number. */
    IssuedPaper report(String institution, String number) {
        Sample sample = sample(find(institution, number));
        return documents.issue(
                number,
                new InspectionReport(
                        institution,
                        sample.from(),
                        sample.until(),
                        sample.seed(),
                        sample.cases().size(),
                        count(sample, Drawn::checked),
                        count(sample, one -> Boolean.FALSE.equals(one.procedureProper())),
                        count(sample, one -> Boolean.FALSE.equals(one.periodsKept())),
                        count(sample, one -> Boolean.FALSE.equals(one.fair())),
                        count(sample, one -> one.rectifyBy() != null),
                        count(sample, one -> one.rectifiedOn() != null),
                        sample.cases().stream().map(Inspections::line).collect(Collectors.joining("\n"))));
    }

    @Transactional(readOnly = true)
    PaperFile open(String institution, String number, long paper) {
        find(institution, number);
        return documents.open(number, paper);
    }

    private Inspection find(String institution, String number) {
        return inspections.findByNumberAndInstitution(number, institution).orElseThrow(() -> new NotFound("没有这次检查"));
    }

    private static int count(Sample sample, Predicate<Drawn> which) {
        return (int) sample.cases().stream().filter(which).count();
    }

    private static String line(Drawn one) {
        String result = !one.checked()
                ? "尚未检查"
                : one.rectifyBy() == null
                        ? "未发现问题"
                        : "%s（%s前整改，%s）"
                                .formatted(
                                        one.finding(),
                                        one.rectifyBy(),
                                        one.rectifiedOn() == null ? "尚未完成" : one.rectifiedOn() + "完成");
        return "%s（%s）：%s".formatted(one.caseNumber(), one.risks(), result);
    }
}
