package org.jiesu.workflow.rehearsal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.jiesu.workflow.engine.EngineAccess;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** The job executor is off in rehearsal: after every act, what needs no waiting is run before the answer goes out. */
@Component
@Profile("rehearsal")
@Order(Ordered.HIGHEST_PRECEDENCE)
class PendingJobsFilter extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final Rehearsal rehearsal;
    private final EngineAccess access;

    PendingJobsFilter(Rehearsal rehearsal, EngineAccess access) {
        this.rehearsal = rehearsal;
        this.access = access;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return READING.contains(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        access.asSystem(rehearsal::runPendingJobs);
    }
}
