package org.jiesu.platform;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets only staff into {@code /api/**}: by header, or by the session of the web apps with its anti-forgery token. */
class AuthenticationFilter extends OncePerRequestFilter {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final HeaderLogin headers;
    private final StaffDirectory directory;
    private final ObjectMapper json;

    AuthenticationFilter(HeaderLogin headers, StaffDirectory directory, ObjectMapper json) {
        this.headers = headers;
        this.directory = directory;
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return isPublic(request);
    }

    static boolean isPublic(HttpServletRequest request) {
        return request.getServletPath().startsWith("/api/public/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean byHeader = HeaderLogin.isUsed(request);
        Optional<Staff> staff = byHeader ? headers.staffOf(request) : directory.ofSession(request);
        if (staff.isEmpty()) {
            // No WWW-Authenticate: the browser would open its own password dialog over the web app.
            refuse(response, HttpStatus.UNAUTHORIZED, "请先登录");
        } else if (!byHeader && !SAFE.contains(request.getMethod()) && !directory.carriesSessionToken(request)) {
            refuse(response, HttpStatus.FORBIDDEN, "页面已过期，请刷新后重试");
        } else {
            directory.runAs(staff.get(), () -> {
                proceed(request, response, chain);
                return null;
            });
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
        Problems.write(response, json, Problems.of(status, detail));
    }
}
