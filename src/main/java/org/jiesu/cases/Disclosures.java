package org.jiesu.cases;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jiesu.access.Action;
import org.jiesu.platform.CurrentStaff;
import org.jiesu.platform.Staff;
import org.jiesu.shared.Forbidden;
import org.jiesu.shared.NotFound;
import org.jiesu.shared.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The only way behind the mask: a decision that is recorded and ends by itself (令121第三十七条). Of a complaint its
 * handler, or the centre clerk with a task of it, looks until that task ends; of a report its handler or the supervisor,
 * for half an hour, and of a confidential one not without approval.
 */
@Service
@Transactional
public class Disclosures {

    /** One row of the register; {@code untilTaskEnds} says that it has no fixed end. */
    public record Disclosure(
            long id,
            String caseNumber,
            String userId,
            String reasonCode,
            String reason,
            DisclosureState state,
            LocalDateTime requestedAt,
            LocalDateTime grantedAt,
            LocalDateTime expiresAt,
            boolean untilTaskEnds,
            String decidedBy,
            LocalDateTime decidedAt,
            int reads,
            LocalDateTime lastReadAt) {}

    static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    private static final String JOURNAL = "查看身份信息";
    private static final String SERVICE = "SERVICE";

    private final DisclosureRepository repository;
    private final CaseAccess access;
    private final CasePosition position;
    private final Cases cases;
    private final Steps steps;
    private final Journal journal;
    private final CurrentStaff staff;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Disclosures(
            DisclosureRepository repository,
            CaseAccess access,
            CasePosition position,
            Cases cases,
            Steps steps,
            Journal journal,
            CurrentStaff staff,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.access = access;
        this.position = position;
        this.cases = cases;
        this.steps = steps;
        this.journal = journal;
        this.staff = staff;
        this.events = events;
        this.clock = clock;
    }

    /** Whether one click on a preset reason is enough; a report needs a written one. */
    public static boolean oneClick(CaseView view) {
        return view.kind() != CaseKind.REPORT;
    }

    /** Opens the identities to the current user, or asks for approval; who may is settled before. */
    Disclosure open(CaseView view, String reasonCode, String reason) {
        LocalDateTime now = LocalDateTime.now(clock);
        boolean needsApproval = view.kind() == CaseKind.REPORT && view.confidential();
        if (needsApproval) {
            Optional<Disclosure> known = inForce(view).or(() -> pending(view.caseNumber()));
            if (known.isPresent()) {
                return known.get();
            }
        }
        DisclosureRecord wanted = repository.save(new DisclosureRecord(view, staff.id(), reasonCode, reason, now));
        record(view.caseNumber(), needsApproval ? "申请查看身份信息" : JOURNAL, reasonCode, reason);
        if (needsApproval) {
            journal.write(view.caseNumber(), "申请查看身份信息", "举报要求保密，待承办单位负责人或者内部监督小组批准");
            events.publishEvent(new DisclosureAsked(view.caseNumber(), staff.id()));
        } else {
            grant(wanted, view, now, reasonCode == null ? "理由见办理记录" : Codes.label("disclosureReason", reasonCode));
        }
        return wanted.view();
    }

    private void record(String caseNumber, String name, String reasonCode, String reason) {
        List<FilledField> written = new ArrayList<>();
        if (reasonCode != null) {
            written.add(new FilledField("reasonCode", "查看事由", reasonCode, Codes.label("disclosureReason", reasonCode)));
        }
        if (reason != null) {
            written.add(new FilledField("reason", "查看理由", reason, reason));
        }
        steps.record(caseNumber, "IdentityDisclosure", name, written);
    }

    private void grant(DisclosureRecord wanted, CaseView view, LocalDateTime now, String why) {
        Optional<String> task = oneClick(view) ? position.taskOf(view.caseNumber(), staff.get()) : Optional.empty();
        task.ifPresentOrElse(
                held -> wanted.grantForTask(now, held), () -> wanted.grantUntil(now, now.plus(HALF_AN_HOUR)));
        journal.write(view.caseNumber(), JOURNAL, why + (task.isPresent() ? "，至本人任务办结" : "，30分钟内有效"));
    }

    private Optional<Disclosure> pending(String caseNumber) {
        return repository
                .findByCaseNumberAndUserIdAndStateOrderByIdDesc(caseNumber, staff.id(), DisclosureState.REQUESTED)
                .stream()
                .map(DisclosureRecord::view)
                .findFirst();
    }

    /** What lets the current user look behind the mask at this moment. */
    @Transactional(readOnly = true)
    Optional<Disclosure> inForce(CaseView view) {
        return valid(view).map(DisclosureRecord::view);
    }

    /** What the current user was granted and still holds for; whoever is no longer entitled has nothing. */
    private Optional<DisclosureRecord> valid(CaseView view) {
        Staff reader = staff.get();
        if (!access.may(Action.SEE_IDENTITY, reader, view)) {
            return Optional.empty();
        }
        LocalDateTime now = LocalDateTime.now(clock);
        return repository
                .findByCaseNumberAndUserIdAndStateOrderByIdDesc(
                        view.caseNumber(), reader.userId(), DisclosureState.GRANTED)
                .stream()
                .filter(granted -> granted.taskId() == null
                        ? now.isBefore(granted.view().expiresAt())
                        : position.holds(granted.taskId(), reader))
                .findFirst();
    }

    /** Whether the current user looks behind the mask now; every look is counted. */
    public boolean read(String caseNumber) {
        return read(caseNumber, JOURNAL);
    }

    private boolean read(String caseNumber, String what) {
        Optional<DisclosureRecord> valid = valid(cases.view(caseNumber));
        valid.ifPresent(granted -> look(granted, what));
        return valid.isPresent();
    }

    private void look(DisclosureRecord granted, String what) {
        granted.read(LocalDateTime.now(clock));
        events.publishEvent(new IdentityRead(granted.caseNumber(), what));
    }

    /**
     * Whether the current user may open something that identifies people. Where one click is enough, opening a file is
     * that click, and is recorded as one; a report has to be opened by a written reason first.
     */
    public boolean opens(String caseNumber, String what) {
        CaseView view = cases.view(caseNumber);
        if (read(caseNumber, what)) {
            journal.write(caseNumber, JOURNAL, what);
            return true;
        }
        if (!oneClick(view) || !access.may(Action.SEE_IDENTITY, staff.get(), view)) {
            return false;
        }
        LocalDateTime now = LocalDateTime.now(clock);
        DisclosureRecord clicked = repository.save(new DisclosureRecord(view, staff.id(), SERVICE, null, now));
        grant(clicked, view, now, what);
        look(clicked, what);
        return true;
    }

    /** Approves or refuses what somebody else asked for. */
    void decide(CaseView view, long id, boolean approved) {
        DisclosureRecord asked =
                repository.findByIdAndCaseNumber(id, view.caseNumber()).orElseThrow(() -> new NotFound("没有这个申请"));
        if (asked.userId().equals(staff.id())) {
            throw new Forbidden("不能审批本人的申请");
        }
        if (!asked.pending()) {
            throw new Refusal("该申请已经审批");
        }
        LocalDateTime now = LocalDateTime.now(clock);
        asked.decide(approved, staff.id(), now, now.plus(HALF_AN_HOUR));
        journal.write(
                view.caseNumber(),
                "审批查看身份信息",
                approved ? "同意" + asked.userId() + "查看，30分钟内有效" : "不同意" + asked.userId() + "查看");
        events.publishEvent(new DisclosureDecided(view.caseNumber(), asked.userId(), approved));
    }

    /** Of one case: what the current user asked for, and all of it for those who approve or supervise. */
    @Transactional(readOnly = true)
    List<Disclosure> of(CaseView view) {
        boolean all = access.may(Action.APPROVE_IDENTITY, staff.get(), view);
        return repository.findByCaseNumberOrderById(view.caseNumber()).stream()
                .filter(row -> all || row.userId().equals(staff.id()))
                .map(DisclosureRecord::view)
                .toList();
    }

    /** All of one case, for its archive. */
    @Transactional(readOnly = true)
    public List<Disclosure> all(String caseNumber) {
        return repository.findByCaseNumberOrderById(caseNumber).stream()
                .map(DisclosureRecord::view)
                .toList();
    }

    /**
     * Writes down that the current user takes the whole file out of the system, which discloses everybody in it once. Of
     * a report to be kept secret that needs a look that was approved and still holds.
     */
    public void takeOut(String caseNumber, String reason) {
        CaseView view = cases.view(caseNumber);
        if (view.kind() == CaseKind.REPORT && view.confidential() && !read(caseNumber, "导出归档包")) {
            throw new Forbidden("举报人要求保密：须先申请查看身份信息，获得批准后30分钟内导出");
        }
        LocalDateTime now = LocalDateTime.now(clock);
        DisclosureRecord taken = repository.save(new DisclosureRecord(view, staff.id(), null, reason, now));
        taken.grantUntil(now, now);
        look(taken, "导出归档包");
        events.publishEvent(new CaseExported(caseNumber, "归档包，含完整身份信息"));
        record(caseNumber, "导出归档包", null, reason);
        journal.write(caseNumber, "导出归档包", "含完整身份信息，理由见办理记录");
    }

    /** The register of the institution, newest first. */
    @Transactional(readOnly = true)
    Page<Disclosure> all(String institution, int page, int size) {
        return repository
                .findByInstitutionOrderByIdDesc(institution, PageRequest.of(page, size))
                .map(DisclosureRecord::view);
    }
}
