package org.jiesu.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDateTime;
import org.aspectj.lang.annotation.AfterReturning;
import org.aspectj.lang.annotation.Aspect;
import org.jiesu.access.Needs;
import org.jiesu.access.Recorded;
import org.jiesu.platform.CurrentStaff;
import org.jiesu.platform.Staff;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Writes a line for every endpoint that is {@link Recorded}, after it has done its work and before anybody gets the answer. */
@Aspect
@Component
class RecordedCalls {

    private static final String PLAIN_QUERY = "[A-Za-z]+=[A-Za-z0-9_.-]*(&[A-Za-z]+=[A-Za-z0-9_.-]*)*";

    private final AuditLog log;
    private final CurrentStaff staff;
    private final Clock clock;

    RecordedCalls(AuditLog log, CurrentStaff staff, Clock clock) {
        this.log = log;
        this.staff = staff;
        this.clock = clock;
    }

    @AfterReturning("@annotation(org.jiesu.access.Recorded) && @annotation(needs)")
    void record(Needs needs) {
        HttpServletRequest request =
                ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
        Staff caller = staff.get();
        log.add(new Draft(
                LocalDateTime.now(clock),
                caller.institution(),
                caller.userId(),
                request.getMethod().equals("GET") ? AuditKind.READ : AuditKind.ACT,
                null,
                needs.value().name(),
                needs.value().label() + "：" + call(request)));
    }

    private static String call(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getMethod() + " " + AuditTrail.plain(request.getRequestURI())
                + (query != null && query.matches(PLAIN_QUERY) ? "?" + query : "");
    }
}
