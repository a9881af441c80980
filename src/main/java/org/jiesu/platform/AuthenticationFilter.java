package org.jiesu.platform;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets only staff into {@code /api/**}: by HTTP Basic, or by the session of the web apps with its anti-forgery token. */
class AuthenticationFilter extends OncePerRequestFilter {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final String BASIC = "Basic ";

    private final StaffDirectory directory;
    private final ObjectMapper json;

    AuthenticationFilter(StaffDirectory directory, ObjectMapper json) {
        this.directory = directory;
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getServletPath().startsWith("/api/public/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Staff> staff = staffOf(directory, request);
        if (staff.isEmpty()) {
            // No WWW-Authenticate: the browser would open its own password dialog over the web app.
            refuse(response, HttpStatus.UNAUTHORIZED, "请先登录");
        } else if (basic(request).isEmpty()
                && !SAFE.contains(request.getMethod())
                && !directory.carriesSessionToken(request)) {
            refuse(response, HttpStatus.FORBIDDEN, "页面已过期，请刷新后重试");
        } else {
            directory.runAs(staff.get(), () -> {
                proceed(request, response, chain);
                return null;
            });
        }
    }

    /** Who calls, by either way; empty for a stranger and for a wrong password. */
    static Optional<Staff> staffOf(StaffDirectory directory, HttpServletRequest request) {
        return basic(request).map(encoded -> ofBasic(directory, encoded)).orElseGet(() -> directory.ofSession(request));
    }

    private static Optional<String> basic(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.startsWith(BASIC))
                .map(header -> header.substring(BASIC.length()));
    }

    private static Optional<Staff> ofBasic(StaffDirectory directory, String encoded) {
        try {
            String[] pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8).split(":", 2);
            return pair.length == 2 ? directory.authenticate(pair[0], pair[1]) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static void proceed(HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
        try {
            chain.doFilter(request, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ServletException e) {
            throw new IllegalStateException(e);
        }
    }

    private void refuse(HttpServletResponse response, HttpStatus status, String detail) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        json.writeValue(response.getOutputStream(), Problems.of(status, detail));
    }
}
