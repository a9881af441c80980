package org.jiesu.audit;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.Set;
import org.jiesu.access.AccessRefused;
import org.jiesu.cases.CaseExported;
import org.jiesu.cases.CaseOpened;
import org.jiesu.cases.Cases;
import org.jiesu.cases.DisclosureDecided;
import org.jiesu.cases.IdentityRead;
import org.jiesu.cases.StepTaken;
import org.jiesu.platform.CurrentStaff;
import org.jiesu.platform.SecurityEvent;
import org.jiesu.platform.Staff;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What is told anywhere in the application and belongs into the log. Of users and models it hears as a plain listener:
 * the engine deploys before methods are asked.
 */
@Component
class AuditTrail implements ApplicationListener<PayloadApplicationEvent<SecurityEvent>> {

    /** Nobody is signed in yet, or any more: whom it concerns did it. */
    private static final Set<SecurityEvent.Kind> OF_LOGIN =
            EnumSet.of(SecurityEvent.Kind.LOGIN, SecurityEvent.Kind.LOGIN_FAILED, SecurityEvent.Kind.LOGOUT);

    private final AuditLog log;
    private final ObjectProvider<Cases> cases;
    private final CurrentStaff staff;
    private final Clock clock;

    AuditTrail(AuditLog log, ObjectProvider<Cases> cases, CurrentStaff staff, Clock clock) {
        this.log = log;
        this.cases = cases;
        this.staff = staff;
        this.clock = clock;
    }

    @EventListener
    void on(CaseOpened opened) {
        ofCase(AuditKind.REGISTERED, opened.caseNumber(), null, null);
    }

    @EventListener
    void on(StepTaken step) {
        ofCase(AuditKind.STEP, step.caseNumber(), step.task(), step.taskName());
    }

    @EventListener
    void on(IdentityRead read) {
        ofCase(AuditKind.IDENTITY_READ, read.caseNumber(), null, read.what());
    }

    @EventListener
    void on(DisclosureDecided decided) {
        ofCase(
                AuditKind.IDENTITY_DECIDED,
                decided.caseNumber(),
                decided.userId(),
                decided.approved() ? "同意查看" : "不同意查看");
    }

    @EventListener
    void on(CaseExported exported) {
        ofCase(AuditKind.EXPORT, exported.caseNumber(), null, exported.what());
    }

    private void ofCase(AuditKind kind, String caseNumber, String subject, String detail) {
        String institution = staff.find()
                .map(Staff::institution)
                .orElseGet(() -> cases.getObject().view(caseNumber).institution());
        log.add(new Draft(now(), institution, staff.id(), kind, caseNumber, subject, detail));
    }

    @EventListener
    void on(AccessRefused refused) {
        Staff who = refused.who();
        log.addAtOnce(new Draft(
                now(),
                who.institution(),
                who.userId(),
                AuditKind.REFUSED,
                plain(refused.caseNumber()),
                null,
                plain(refused.what())));
    }

    @Override
    public void onApplicationEvent(PayloadApplicationEvent<SecurityEvent> told) {
        SecurityEvent event = told.getPayload();
        boolean login = OF_LOGIN.contains(event.kind());
        Draft draft = new Draft(
                now(),
                staff.find().map(Staff::institution).orElse(null),
                login ? event.userId() : staff.id(),
                AuditKind.valueOf(event.kind().name()),
                null,
                login ? null : event.userId(),
                event.detail());
        if (event.kind() == SecurityEvent.Kind.LOGIN_FAILED) {
            log.addAtOnce(draft);
        } else {
            log.add(draft);
        }
    }

    /** What a stranger may have put into an address is left out. */
    static String plain(String text) {
        return text == null || text.matches("[A-Za-z0-9_/.:{}-]+( [A-Za-z0-9_/.:{}-]+)*") ? text : null;
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock);
    }
}
