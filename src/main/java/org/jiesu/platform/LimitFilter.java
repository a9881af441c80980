package org.jiesu.platform;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Limits what one source may ask without a login, and answers 429 for every limit that is met before a controller. */
class LimitFilter extends OncePerRequestFilter {

    private final RateLimit publicCalls;
    private final ObjectMapper json;

    LimitFilter(RateLimit publicCalls, ObjectMapper json) {
        this.publicCalls = publicCalls;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            if (isOpen(request)) {
                publicCalls.take(Source.of(request));
            }
            chain.doFilter(request, response);
        } catch (TooManyRequests e) {
            Problems.write(response, json, Problems.of(e, response::setHeader));
        }
    }

    /** What anybody may call without a login, the way to a login elsewhere included. */
    private static boolean isOpen(HttpServletRequest request) {
        return AuthenticationFilter.isPublic(request)
                || request.getServletPath().startsWith("/oidc/");
    }
}
