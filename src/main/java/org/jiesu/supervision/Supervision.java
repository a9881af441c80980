package org.jiesu.supervision;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiesu.cases.CaseView;
import org.jiesu.cases.Cases;
import org.jiesu.cases.Codes;
import org.jiesu.cases.Journal;
import org.jiesu.deadlines.ClockState;
import org.jiesu.deadlines.ClockView;
import org.jiesu.deadlines.ClockWatch;
import org.jiesu.deadlines.ClockWatch.Watched;
import org.jiesu.deadlines.ClocksChanged;
import org.jiesu.deadlines.Deadlines;
import org.jiesu.deadlines.OfficeTime;
import org.jiesu.shared.LastDay;
import org.jiesu.supervision.MeasureTaken.Answer;
import org.jiesu.supervision.SupervisionRules.Rung;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * 催办督办: at every checkpoint of a case the table says what is due for its clocks; each measure is taken once for each
 * run of a clock, whatever moves the clock afterwards.
 */
@Service
@Transactional
public class Supervision {

    private static final String ANSWER = "supervisionAnswer";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("M月d日HH:mm");

    /** A measure as it was taken; what the answer concerns only for a notice. */
    public record Taken(
            Measure measure,
            String clock,
            int run,
            LocalDateTime dueAt,
            LocalDateTime takenAt,
            String handlingUnit,
            String handler,
            LocalDate answerBy,
            String answeredBy) {}

    /** @param late whether any act of the case was ever late, whatever happened later */
    public record Standing(int level, boolean listed, boolean late) {}

    private final MeasureRepository measures;
    private final SupervisionRules rules;
    private final ClockWatch watch;
    private final Deadlines deadlines;
    private final OfficeTime office;
    private final SupervisionNotices notices;
    private final Recipients recipients;
    private final Reminders reminders;
    private final Messenger messenger;
    private final PhoneList phones;
    private final Cases cases;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Supervision(
            MeasureRepository measures,
            SupervisionRules rules,
            ClockWatch watch,
            Deadlines deadlines,
            OfficeTime office,
            SupervisionNotices notices,
            Recipients recipients,
            Reminders reminders,
            Messenger messenger,
            PhoneList phones,
            Cases cases,
            Journal journal,
            ApplicationEventPublisher events,
            Clock clock) {
        this.measures = measures;
        this.rules = rules;
        this.watch = watch;
        this.deadlines = deadlines;
        this.office = office;
        this.notices = notices;
        this.recipients = recipients;
        this.reminders = reminders;
        this.messenger = messenger;
        this.phones = phones;
        this.cases = cases;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /** A checkpoint of the case was reached. Running it again changes nothing. */
    public void check(String caseNumber) {
        CaseView view = cases.view(caseNumber);
        List<Taken> taken = of(caseNumber);
        watch.of(caseNumber).forEach(watched -> climb(view, watched, done(taken, watched.clock(), watched.run())));
    }

    /** Asks the table until the level that was reached brings nothing new, as after an outage of some days. */
    private void climb(CaseView view, Watched watched, Set<Measure> done) {
        boolean more = true;
        while (more) {
            more = false;
            for (Rung rung : rules.rungs(view.institution(), watched, level(done))) {
                if (done.add(rung.measure())) {
                    take(view, watched, rung);
                    more = true;
                }
            }
        }
    }

    private void take(CaseView view, Watched watched, Rung rung) {
        LocalDateTime now = LocalDateTime.now(clock);
        Answer answer = rung.measure() == Measure.SUPERVISION_NOTICE ? answer(view, rung, now.toLocalDate()) : null;
        measures.save(new MeasureTaken(
                view, watched.clock(), watched.run(), watched.layer(), watched.dueAt(), rung.measure(), now, answer));
        if (answer != null) {
            notices.issue(view, watched, answer);
            events.publishEvent(new SupervisionNoticeIssued(view.caseNumber(), answer.group(), answer.run()));
        }
        String what = what(watched, answer == null ? null : answer.by());
        journal.write(view.caseNumber(), rung.measure().label(), what);
        tell(view, watched, rung, what);
    }

    /** The date of the answer is a clock of the case, so that it is urged like any other. */
    private Answer answer(CaseView view, Rung rung, LocalDate today) {
        LastDay by = workingDaysAfter(view.institution(), today, rung.answerWithin());
        int run = deadlines.set(view.caseNumber(), ANSWER, by.on(), rung.answerBasis());
        return new Answer(by, Recipients.group(view, rung.answeredBy()), run);
    }

    /** A notice was answered; the supervision group is told where to read the answer. */
    public void answered(String caseNumber, int run) {
        measures.findByCaseNumberAndAnswerRun(caseNumber, run)
                .ifPresent(notice -> measures.save(notice.answered(LocalDateTime.now(clock))));
        deadlines.done(caseNumber, ANSWER, run);
        journal.write(caseNumber, "回复督办通知单", "已回复，内容见办理记录");
        recipients
                .of(cases.view(caseNumber), ANSWER, List.of("supervisor"))
                .forEach(supervisor -> messenger.send(
                        supervisor,
                        "督办通知单已回复：" + caseNumber,
                        List.of(new Messenger.Line(caseNumber, caseNumber + "的督办通知单已回复，内容见办件的办理过程。"))));
    }

    private LastDay workingDaysAfter(String institution, LocalDate day, int workingDays) {
        LocalDate last =
                office.openingWorkingDaysAfter(institution, day, workingDays).toLocalDate();
        return new LastDay(last, office.isProvisional(last));
    }

    private static String what(Watched watched, LastDay answerBy) {
        String due = watched.atOnce()
                ? watched.dueAt().format(MINUTE)
                : watched.lastDay().spelt(DAY::format);
        int left = watched.daysLeft() == null ? 0 : watched.daysLeft();
        boolean over = left < 0 || (watched.atOnce() && watched.minutesLeft() < 0);
        return "%s期限%s%s%s"
                .formatted(
                        named(watched.clock(), watched.run()),
                        due,
                        over ? "届满未办" + (left < 0 ? "，已超期%d个工作日".formatted(-left) : "") : "到期",
                        answerBy == null ? "" : "，%s前书面回复".formatted(answerBy.spelt(DAY::format)));
    }

    private void tell(CaseView view, Watched watched, Rung rung, String what) {
        List<String> people = recipients.of(view, watched.clock(), rung.tell());
        String line = "%s（%s）%s：%s"
                .formatted(view.caseNumber(), matter(view), what, rung.measure().label());
        if (!watched.atOnce()) {
            people.forEach(person -> reminders.queue(view.institution(), person, view.caseNumber(), line));
            return;
        }
        List<Messenger.Line> lines = Stream.concat(
                        Stream.of(new Messenger.Line(view.caseNumber(), line)),
                        rung.measure() == Measure.CALL_LEADER
                                ? phones.of(view.institution()).stream().map(Messenger.Line::plain)
                                : Stream.empty())
                .toList();
        people.forEach(person -> messenger.send(person, rung.measure().label() + "：" + view.caseNumber(), lines));
    }

    private static String matter(CaseView view) {
        return view.facts().matter() == null
                ? view.kind().label()
                : view.facts().matter();
    }

    /** What was done late is recorded as late, also when it was done before anybody came to urge it. */
    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ClocksChanged changed) {
        List<ClockView> late = deadlines.clocks(changed.caseNumber()).stream()
                .filter(ended -> !ended.pending() && ended.state() == ClockState.MISSED)
                .toList();
        if (late.isEmpty()) {
            return;
        }
        CaseView view = cases.view(changed.caseNumber());
        List<Taken> taken = of(view.caseNumber());
        late.stream()
                .filter(ended -> !done(taken, ended.clock(), ended.run()).contains(Measure.OVERDUE_RECORD))
                .forEach(ended -> {
                    measures.save(new MeasureTaken(
                            view,
                            ended.clock(),
                            ended.run(),
                            ended.layer(),
                            ended.dueAt(),
                            Measure.OVERDUE_RECORD,
                            LocalDateTime.now(clock),
                            null));
                    journal.write(
                            view.caseNumber(),
                            Measure.OVERDUE_RECORD.label(),
                            "%s期限%s届满后办理"
                                    .formatted(
                                            named(ended.clock(), ended.run()),
                                            ended.lastDay().spelt(DAY::format)));
                });
    }

    /** Two runs of one clock, as of two notices to be answered by one day, are told apart. */
    private static String named(String clockName, int run) {
        return "“%s”%s".formatted(Codes.label("clock", clockName), run > 1 ? "（第%d次）".formatted(run) : "");
    }

    /** Everything that was done about the clocks of a case, oldest first. */
    @Transactional(readOnly = true)
    public List<Taken> of(String caseNumber) {
        return measures.findByCaseNumberOrderById(caseNumber).stream()
                .map(MeasureTaken::view)
                .toList();
    }

    /** How cases stand with supervision; those that never gave cause for it are left out. */
    @Transactional(readOnly = true)
    public Map<String, Standing> standings(Collection<String> caseNumbers) {
        Set<Measure> telling = EnumSet.of(Measure.YELLOW, Measure.RED, Measure.LISTED, Measure.OVERDUE_RECORD);
        return caseNumbers.isEmpty()
                ? Map.of()
                : measures.findByCaseNumberInAndMeasureIn(caseNumbers, telling).stream()
                        .collect(Collectors.groupingBy(
                                MeasureTaken::caseNumber,
                                Collectors.collectingAndThen(
                                        Collectors.mapping(MeasureTaken::measure, Collectors.toSet()),
                                        Supervision::standing)));
    }

    private static Standing standing(Set<Measure> done) {
        return new Standing(level(done), done.contains(Measure.LISTED), done.contains(Measure.OVERDUE_RECORD));
    }

    private static Set<Measure> done(List<Taken> taken, String clockName, int run) {
        return taken.stream()
                .filter(one -> one.clock().equals(clockName) && one.run() == run)
                .map(Taken::measure)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Measure.class)));
    }

    private static int level(Set<Measure> done) {
        return done.stream().mapToInt(Measure::level).max().orElse(0);
    }
}
