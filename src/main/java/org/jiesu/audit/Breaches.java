package org.jiesu.audit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jiesu.platform.CurrentStaff;
import org.jiesu.platform.Staff;
import org.jiesu.shared.NotFound;
import org.jiesu.shared.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of breaches (个人信息保护法第五十七条): opened from a line of the log, closed when everybody concerned was told. */
@Service
@Transactional
class Breaches {

    /** What is known when it is noticed; {@code people} is how many persons' information it concerns. */
    record Opening(
            long auditSequence,
            LocalDateTime noticedAt,
            List<String> caseNumbers,
            int people,
            String information,
            String cause,
            String harm,
            String measures,
            String advice) {}

    /** Who was told; {@code notTold} is why the persons were not. */
    record Closing(
            String authority, LocalDate authorityToldOn, LocalDate peopleToldOn, String notTold, String conclusion) {}

    /** @param closing null while it is open */
    record Breach(
            long id,
            String openedBy,
            LocalDateTime openedAt,
            Opening opening,
            String closedBy,
            LocalDateTime closedAt,
            Closing closing) {}

    private final BreachRepository repository;
    private final AuditStore store;
    private final AuditLog log;
    private final CurrentStaff staff;
    private final Clock clock;

    Breaches(BreachRepository repository, AuditStore store, AuditLog log, CurrentStaff staff, Clock clock) {
        this.repository = repository;
        this.store = store;
        this.log = log;
        this.staff = staff;
        this.clock = clock;
    }

    Breach open(Opening opening) {
        String institution = staff.get().institution();
        store.find(opening.auditSequence())
                .filter(line -> line.institution() == null || line.institution().equals(institution))
                .orElseThrow(() -> new NotFound("没有这条审计记录"));
        Breach breach = repository
                .saveAndFlush(new BreachRecord(institution, staff.id(), LocalDateTime.now(clock), opening))
                .view();
        tell(breach, "登记");
        return breach;
    }

    Breach close(long id, Closing closing) {
        BreachRecord breach = repository
                .findByIdAndInstitution(id, staff.get().institution())
                .orElseThrow(() -> new NotFound("没有这条泄密事件登记"));
        if (breach.closed()) {
            throw new Refusal("该泄密事件已经办结");
        }
        breach.close(staff.id(), LocalDateTime.now(clock), closing);
        tell(breach.view(), "办结");
        return breach.view();
    }

    private void tell(Breach breach, String what) {
        Staff by = staff.get();
        log.add(new Draft(
                LocalDateTime.now(clock),
                by.institution(),
                by.userId(),
                AuditKind.BREACH,
                null,
                String.valueOf(breach.id()),
                "%s，由审计日志第%d条".formatted(what, breach.opening().auditSequence())));
    }

    /** Those of the institution, newest first. */
    @Transactional(readOnly = true)
    List<Breach> all() {
        return repository.findByInstitutionOrderByIdDesc(staff.get().institution()).stream()
                .map(BreachRecord::view)
                .toList();
    }
}
