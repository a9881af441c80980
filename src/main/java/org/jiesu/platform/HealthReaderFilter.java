package org.jiesu.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells the health check who asks: anyone sees up or down, those who run the system see the details. */
class HealthReaderFilter extends OncePerRequestFilter {

    private final HeaderLogin headers;
    private final StaffDirectory directory;

    HealthReaderFilter(HeaderLogin headers, StaffDirectory directory) {
        this.headers = headers;
        this.directory = directory;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Staff> staff = HeaderLogin.isUsed(request) ? headers.staffOf(request) : directory.ofSession(request);
        chain.doFilter(
                staff.<HttpServletRequest>map(reader -> new ReadBy(request, reader))
                        .orElse(request),
                response);
    }

    private static final class ReadBy extends HttpServletRequestWrapper {

        private final Staff reader;

        ReadBy(HttpServletRequest request, Staff reader) {
            super(request);
            this.reader = reader;
        }

        @Override
        public Principal getUserPrincipal() {
            return reader::userId;
        }

        @Override
        public boolean isUserInRole(String role) {
            return reader.in(role);
        }
    }
}
