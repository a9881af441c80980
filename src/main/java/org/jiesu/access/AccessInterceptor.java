package org.jiesu.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jiesu.platform.CurrentStaff;
import org.jiesu.shared.Forbidden;
import org.jiesu.shared.NotFound;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Stands before every endpoint of {@code /api/**}: what is not allowed by the table is refused. */
@Component
class AccessInterceptor implements HandlerInterceptor {

    /** The path variable by which every endpoint about a case names it. */
    private static final String CASE = "caseNumber";

    private final CurrentStaff staff;
    private final CaseGuard cases;
    private final ApplicationEventPublisher events;

    AccessInterceptor(CurrentStaff staff, CaseGuard cases, ApplicationEventPublisher events) {
        this.staff = staff;
        this.cases = cases;
        this.events = events;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            Needs needs = method.getMethodAnnotation(Needs.class);
            if (needs == null) {
                throw new Forbidden("该功能未开放");
            }
            try {
                check(needs.value(), caseNumber(request));
            } catch (Forbidden | NotFound e) {
                staff.find()
                        .ifPresent(who -> events.publishEvent(
                                new AccessRefused(who, needs.value().name(), caseNumber(request))));
                throw e;
            }
        }
        return true;
    }

    private void check(Action action, String caseNumber) {
        if (action.isPublic()) {
            return;
        }
        if (staff.get().onlyChannel() != null && action != Action.REGISTER) {
            throw new Forbidden("渠道密钥只能用于登记来件");
        }
        if (action.isAboutCase()) {
            cases.check(action, caseNumber);
        } else if (action.reach(Role.of(staff.get())) == Reach.NONE) {
            throw new Forbidden(action.refusal());
        }
    }

    private static String caseNumber(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                ? (String) variables.get(CASE)
                : null;
    }
}
