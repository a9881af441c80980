package org.jiesu.workflow.engine;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.jiesu.platform.SecurityEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends what has to end before the web apps look at a session, and tells of whoever signs out. */
class SessionFilter extends OncePerRequestFilter {

    private final Sessions sessions;
    private final ApplicationEventPublisher events;

    SessionFilter(Sessions sessions, ApplicationEventPublisher events) {
        this.sessions = sessions;
        this.events = events;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        Optional<String> user = session == null ? Optional.empty() : sessions.userOf(session);
        chain.doFilter(request, response);
        if (user.isPresent()
                && request.getRequestURI().endsWith("/logout")
                && response.getStatus() == HttpServletResponse.SC_OK) {
            events.publishEvent(new SecurityEvent(SecurityEvent.Kind.LOGOUT, user.get(), "退出"));
        }
    }
}
