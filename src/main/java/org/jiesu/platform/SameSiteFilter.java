package org.jiesu.platform;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what another website makes a browser send to us. It comes on top of the anti-forgery token, and also holds for
 * a password that the browser remembers and adds by itself. Programs that are no browsers send neither header.
 */
class SameSiteFilter extends OncePerRequestFilter {

    private static final Set<String> OURS = Set.of("same-origin", "none");
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final ObjectMapper json;

    SameSiteFilter(ObjectMapper json) {
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isFromElsewhere(request)) {
            Problems.write(response, json, Problems.of(HttpStatus.FORBIDDEN, "请求来自别的网站，已拒绝"));
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isFromElsewhere(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return !OURS.contains(site);
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin != null && !SAFE.contains(request.getMethod()) && !isOurs(origin, request);
    }

    /** Compared with the host that the browser asked for; whether it was asked with TLS a proxy may have hidden. */
    private static boolean isOurs(String origin, HttpServletRequest request) {
        try {
            String host = request.getHeader(HttpHeaders.HOST);
            return host != null
                    && host.toLowerCase(Locale.ROOT).equals(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
