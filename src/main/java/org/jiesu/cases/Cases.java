package org.jiesu.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jiesu.organisation.Institutions;
import org.jiesu.shared.NotFound;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The records of all kinds: opened, read, linked and closed here. */
@Service
@Transactional
public class Cases {

    /** Another case that belongs to this one. */
    public record Link(String caseNumber, LinkRelation relation) {}

    private final CaseRecordRepository records;
    private final CaseLinkRepository links;
    private final Parties parties;
    private final Serials serials;
    private final Institutions institutions;
    private final Exclusions exclusions;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Cases(
            CaseRecordRepository records,
            CaseLinkRepository links,
            Parties parties,
            Serials serials,
            Institutions institutions,
            Exclusions exclusions,
            Journal journal,
            ApplicationEventPublisher events,
            Clock clock) {
        this.records = records;
        this.links = links;
        this.parties = parties;
        this.serials = serials;
        this.institutions = institutions;
        this.exclusions = exclusions;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /** Opens a record and with it its clocks and its process; nothing remains if any of them fails. */
    public String open(NewCase opening) {
        return open(opening, null);
    }

    String open(NewCase opening, Clue clue) {
        LocalDateTime now = LocalDateTime.now(clock);
        String number = nextNumber(opening.institution(), opening.kind().letter(), now.getYear());
        CaseRecord opened = new CaseRecord(number, opening, now);
        if (clue != null) {
            opened.assess(clue.assessment());
            if (clue.unit() != null) {
                opened.dispatch(clue.unit(), List.of(), List.of());
                opened.nameHandler(clue.handler());
            }
        }
        records.save(opened);
        parties.add(number, opening.parties());
        journal.write(number, "登记", opening.kind().label() + "已登记" + (opening.offHours() ? "（非工作时间自动接收）" : ""));
        publish(number, clue == null ? CaseEvent.RECEIVED : CaseEvent.CLUE_FOUND, opening.receivedAt());
        publish(number, CaseEvent.REGISTERED, now);
        if (opening.dispatchedByChannelAt() != null) {
            publish(number, CaseEvent.DISPATCHED_BY_CHANNEL, opening.dispatchedByChannelAt());
        }
        events.publishEvent(new CaseOpened(number));
        return number;
    }

    /** What a clue record starts with; the unit that found it keeps it, null while the centre has named none. */
    record Clue(Assessment assessment, String unit, String handler) {}

    /** Whether no case was ever opened. */
    @Transactional(readOnly = true)
    public boolean none() {
        return records.count() == 0;
    }

    /** Numbers of open cases after this one, in order. */
    @Transactional(readOnly = true)
    public List<String> openAfter(String caseNumber, int atMost) {
        return records.openAfter(caseNumber, Limit.of(atMost));
    }

    String nextNumber(String institution, String letter, int year) {
        String series = institutions.get(institution).casePrefix() + "-" + letter + "-" + year;
        return "%s-%06d".formatted(series, serials.next(series));
    }

    @Transactional(readOnly = true)
    public CaseView view(String caseNumber) {
        return record(caseNumber).view();
    }

    @Transactional(readOnly = true)
    public Optional<CaseView> find(String caseNumber) {
        return records.findById(caseNumber).map(CaseRecord::view);
    }

    @Transactional(readOnly = true)
    public List<CaseView> ofSubmission(String submissionId) {
        return records.findBySubmissionIdOrderByCaseNumber(submissionId).stream()
                .map(CaseRecord::view)
                .toList();
    }

    @Transactional(readOnly = true)
    public String submissionOf(String caseNumber) {
        return record(caseNumber).submissionId();
    }

    /** All cases of an institution that nobody has closed yet, oldest first. */
    @Transactional(readOnly = true)
    public List<CaseView> openOf(String institution) {
        return records.findByInstitutionAndStateOrderByReceivedAt(institution, CaseState.OPEN).stream()
                .map(CaseRecord::view)
                .toList();
    }

    /** All cases of an institution that were received in these days. */
    @Transactional(readOnly = true)
    public List<CaseView> receivedBetween(String institution, LocalDate from, LocalDate until) {
        return records
                .findByInstitutionAndReceivedAtGreaterThanEqualAndReceivedAtLessThan(
                        institution, from.atStartOfDay(), until.plusDays(1).atStartOfDay())
                .stream()
                .map(CaseRecord::view)
                .toList();
    }

    /** Those of the given cases that were received since, oldest first. */
    @Transactional(readOnly = true)
    public List<CaseView> receivedSince(Collection<String> caseNumbers, LocalDateTime since) {
        return caseNumbers.isEmpty()
                ? List.of()
                : records.findByCaseNumberInAndReceivedAtGreaterThanEqualOrderByReceivedAt(caseNumbers, since).stream()
                        .map(CaseRecord::view)
                        .toList();
    }

    @Transactional(readOnly = true)
    public List<Link> links(String caseNumber) {
        return links.findByCaseNumberOrderById(caseNumber).stream()
                .map(CaseLink::link)
                .toList();
    }

    /** Each of these cases with those that it is linked to. */
    @Transactional(readOnly = true)
    Map<String, Set<String>> together(Collection<String> caseNumbers) {
        Map<String, Set<String>> together = new HashMap<>();
        caseNumbers.forEach(number -> together.put(number, new LinkedHashSet<>(Set.of(number))));
        links.findByCaseNumberInOrderById(caseNumbers)
                .forEach(link -> together.get(link.caseNumber()).add(link.link().caseNumber()));
        return together;
    }

    /** Links two cases in both directions. */
    public void link(String caseNumber, LinkRelation relation, String other, LinkRelation backwards) {
        links.save(new CaseLink(caseNumber, other, relation));
        links.save(new CaseLink(other, caseNumber, backwards));
    }

    /** Keeps what the decision tables propose about a case. */
    public void assess(String caseNumber, Assessment assessment) {
        record(caseNumber).assess(assessment);
        if (!assessment.incomplete().isEmpty()) {
            happened(caseNumber, CaseEvent.SUPPLEMENT_ASKED);
        }
        // Known now, but the periods of a special law run from the day of receipt.
        publish(caseNumber, CaseEvent.MATTER_KNOWN, record(caseNumber).view().receivedAt());
    }

    /** A clerk confirms or changes the proposed facts. */
    public void confirm(String caseNumber, Facts facts) {
        record(caseNumber).confirm(facts);
    }

    /** Missing facts were asked for; the record is complete now, or stays as it is when they were not given. */
    public void supplemented(String caseNumber, boolean complete) {
        if (complete) {
            record(caseNumber).nowComplete();
        }
        happened(caseNumber, CaseEvent.SUPPLEMENTED);
        journal.write(caseNumber, "补充材料", complete ? "材料已补充完整" : "未能补充完整");
    }

    /** The complainant says afterwards what they demand; the submission stays as it came (令121第十条). */
    public void supplement(String caseNumber, String demand) {
        record(caseNumber).supplement(demand);
    }

    /** Opens the matter of a complaint as a report, with the dates and parties it had; links both. */
    String openAsReport(String caseNumber) {
        List<Party> same = parties.of(caseNumber).stream()
                .map(party -> party.role() == PartyRole.COMPLAINANT ? party.as(PartyRole.REPORTER) : party)
                .toList();
        String number = open(record(caseNumber).as(CaseKind.REPORT, same));
        link(caseNumber, LinkRelation.RECLASSIFIED_AS, number, LinkRelation.RECLASSIFIED_FROM);
        return number;
    }

    /** A leader has read of an urgent matter, and may have given instructions (FC 三.4). */
    public void readByLeader(String caseNumber, boolean instructed) {
        journal.write(caseNumber, "领导批示", instructed ? "已批示，内容见办理记录" : "已阅");
        happened(caseNumber, CaseEvent.READ_BY_LEADER);
    }

    /** The current leader's instruction has to be carried out by a unit or a person until this day. */
    void instruct(String caseNumber, String unit, String person, LocalDate dueOn, String leader) {
        record(caseNumber).requireOpen();
        journal.write(caseNumber, "交办批示", "%s前落实".formatted(dueOn));
        events.publishEvent(new InstructionGiven(caseNumber, unit, person, dueOn, leader));
    }

    /** 落实批示: those who were instructed say what they did. */
    public void instructionCarriedOut(String caseNumber) {
        journal.write(caseNumber, "落实批示", "已落实，内容见办理记录");
    }

    /** 重大投诉举报情况报告 (FC 三.4): the leaders are told at once. */
    void reportUrgent(String caseNumber) {
        journal.write(caseNumber, "重大情况报告", "已填报，内容见办理记录");
        events.publishEvent(new UrgentReportWritten(caseNumber));
    }

    /** Fixes the handling unit; a unit that only assists works beside it, a copied one only reads (FC 四.1). */
    public void dispatch(String caseNumber, String unit, List<String> assisting, List<String> copied) {
        CaseRecord dispatched = record(caseNumber);
        List<String> before = dispatched.view().assistingUnits();
        dispatched.dispatch(unit, assisting, copied);
        journal.write(caseNumber, "分派", "承办单位：" + unitName(caseNumber, unit));
        happened(caseNumber, CaseEvent.DISPATCHED);
        assisting.stream()
                .filter(assistant -> !before.contains(assistant))
                .forEach(assistant -> events.publishEvent(new AssistanceAsked(caseNumber, assistant)));
    }

    /** A leader names the unit after a second return; it can't give the order back (FC 四.1). */
    public void assign(String caseNumber, String unit) {
        record(caseNumber).assign(unit);
        journal.write(caseNumber, "指定承办单位", "承办单位：" + unitName(caseNumber, unit));
        happened(caseNumber, CaseEvent.DISPATCHED);
    }

    /** The unit takes the order and names its handler. */
    public void signIn(String caseNumber, String handler, boolean quick) {
        record(caseNumber).signIn(handler, quick);
        journal.write(caseNumber, "签收", "承办人：" + handler + (quick ? "，简易办理" : ""));
        happened(caseNumber, CaseEvent.SIGNED_IN);
    }

    /** The unit gives the order back with a reason; nothing changes until that was reviewed (FC 四.1). */
    public void returnOrder(String caseNumber) {
        record(caseNumber).requireReturnable();
        journal.write(caseNumber, "退单申请", unitName(caseNumber, view(caseNumber).handlingUnit()) + "申请退单");
        happened(caseNumber, CaseEvent.RETURNED);
    }

    /** The centre lets the order go back; answers how many returns were approved so far. */
    public int approveReturn(String caseNumber) {
        CaseRecord returned = record(caseNumber);
        int approved = returned.countApprovedReturn();
        returned.takeFromUnit();
        journal.write(caseNumber, "退单审核", "同意退单（第" + approved + "次）");
        happened(caseNumber, CaseEvent.RETURN_REVIEWED);
        return approved;
    }

    /** The unit keeps the order, and can't ask again. */
    public void refuseReturn(String caseNumber) {
        record(caseNumber).barReturn();
        journal.write(caseNumber, "退单审核", "不同意退单，由原单位办理");
        happened(caseNumber, CaseEvent.RETURN_REVIEWED);
    }

    /** An assisting unit tells the lead handler what it did (令121第四十一条). */
    public void assisted(String caseNumber) {
        journal.write(caseNumber, "协办反馈", "协办单位已反馈");
    }

    /** Names another handler of the same unit; the open unit tasks follow. */
    public void nameHandler(String caseNumber, String handler) {
        record(caseNumber).nameHandler(handler);
        journal.write(caseNumber, "变更承办人", "承办人：" + handler);
        events.publishEvent(new HandlerNamed(caseNumber, handler));
    }

    /** Somebody steps aside and does not see the case any more; open tasks in that name are for others to take. */
    void recuse(String caseNumber, String person) {
        record(caseNumber).requireOpen();
        exclusions.recuse(caseNumber, person);
        journal.write(caseNumber, "回避", person + "回避，不再查看和办理");
        events.publishEvent(new StaffRecused(caseNumber, person));
    }

    /** The channel asks again where the matter stands; counted and shown to the handler. */
    public void urge(String caseNumber) {
        record(caseNumber).countUrge();
        journal.write(caseNumber, "催单", "来源渠道催办");
    }

    /** Opens another round of a closed case at the channel's wish; old dates stay. */
    public void reopen(String caseNumber, LocalDateTime dispatchedAt, LocalDate replyBy) {
        CaseRecord reopened = record(caseNumber);
        reopened.reopen(dispatchedAt, replyBy);
        int round = reopened.view().round();
        journal.write(caseNumber, "重办", "来源渠道要求重新办理（第" + round + "轮）");
        publish(caseNumber, CaseEvent.DISPATCHED_BY_CHANNEL, dispatchedAt);
        if (reopened.view().kind() == CaseKind.COMPLAINT && reopened.view().acceptedAt() == null) {
            reopened.accept(LocalDateTime.now(clock));
            journal.write(caseNumber, "受理", "来源渠道再次派发，视为受理");
            happened(caseNumber, CaseEvent.ACCEPTED);
        }
        events.publishEvent(new RoundOpened(caseNumber, round));
    }

    /** Tells the complainant and the channel where the matter stands; it meets the duty to answer, not the clock. */
    public void replyInterim(String caseNumber, LocalDate promisedOn) {
        journal.write(caseNumber, "阶段性答复", "已作阶段性答复，承诺" + promisedOn + "前答复");
    }

    /** 答复咨询. */
    public void answer(String caseNumber) {
        record(caseNumber).requireOpen();
        journal.write(caseNumber, "答复", "已答复");
        happened(caseNumber, CaseEvent.REPLY_SENT);
    }

    /** Ends a case; whatever still runs for it ends too. */
    public void close(String caseNumber, Outcome outcome) {
        record(caseNumber).close(outcome, LocalDateTime.now(clock));
        journal.write(caseNumber, "办结", outcome.label());
        happened(caseNumber, CaseEvent.CLOSED);
        events.publishEvent(new CaseClosed(caseNumber, outcome));
    }

    CaseRecord record(String caseNumber) {
        return records.findById(caseNumber).orElseThrow(() -> new NotFound("没有这个办件"));
    }

    /** Something happened now. */
    public void happened(String caseNumber, CaseEvent event) {
        publish(caseNumber, event, LocalDateTime.now(clock));
    }

    /** Something happened on this day and is written down now; its hour is unknown on an earlier day. */
    void happened(String caseNumber, CaseEvent event, LocalDate on) {
        LocalDateTime now = LocalDateTime.now(clock);
        publish(caseNumber, event, on.equals(now.toLocalDate()) ? now : on.atTime(LocalTime.NOON));
    }

    private void publish(String caseNumber, CaseEvent event, LocalDateTime at) {
        events.publishEvent(new CaseHappened(caseNumber, event, at));
    }

    private String unitName(String caseNumber, String unit) {
        return institutions.get(view(caseNumber).institution()).unitName(unit);
    }
}
