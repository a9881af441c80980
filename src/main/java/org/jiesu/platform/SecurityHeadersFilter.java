package org.jiesu.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** What every answer tells the browser: guess no type, frame nothing, send no address on, keep no copy of data. */
class SecurityHeadersFilter extends OncePerRequestFilter {

    private static final String YEAR_IN_SECONDS = "31536000";

    private final boolean onlyEncrypted;

    /** @param onlyEncrypted whether browsers shall never again come without TLS */
    SecurityHeadersFilter(boolean onlyEncrypted) {
        this.onlyEncrypted = onlyEncrypted;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        String path = request.getServletPath();
        if (path.startsWith("/api") || path.startsWith("/engine-rest") || path.startsWith("/camunda/api")) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        if (onlyEncrypted) {
            response.setHeader("Strict-Transport-Security", "max-age=" + YEAR_IN_SECONDS);
        }
        chain.doFilter(request, response);
    }
}
