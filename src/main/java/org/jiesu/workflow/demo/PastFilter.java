package org.jiesu.workflow.demo;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * While the sample cases happen, the clock of the whole application stands in their past. Whoever acts meanwhile waits
 * for the present, or the act would be dated weeks ago; one can log in and look around.
 */
@Component
@Profile("demo")
@Order(Ordered.HIGHEST_PRECEDENCE)
class PastFilter extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Pattern ACTS =
            Pattern.compile("/api/(?!tasks/cards$|cases/search$).*|/(engine-rest|camunda/api/engine)/.*/"
                    + "(claim|unclaim|assignee|complete|submit-form|resolve|delegate)");

    private volatile CountDownLatch present = new CountDownLatch(0);

    void past() {
        present = new CountDownLatch(1);
    }

    void present() {
        present.countDown();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return READING.contains(request.getMethod()) || !ACTS.matcher(path).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            present.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServletException("The application stops", e);
        }
        chain.doFilter(request, response);
    }
}
