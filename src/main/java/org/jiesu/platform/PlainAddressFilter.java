package org.jiesu.platform;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses an address that two readers could read differently, so that whoever answers a request answers the one that was
 * checked: the engine's own filters compare addresses as they were sent, its API as they are meant.
 */
class PlainAddressFilter extends OncePerRequestFilter {

    /** Path parameters, empty and dotted parts, and escapes of what needs none or of what parts an address. */
    private static final Pattern TWOFOLD = Pattern.compile(
            ";|//|\\\\|/\\.{1,2}(/|$)" + "|%(2[5DEF]|3[0-9B]|4[1-9A-F]|5[0-9ACF]|6[1-9A-F]|7[0-9AEF]|[01].)",
            Pattern.CASE_INSENSITIVE);

    private final ObjectMapper json;

    PlainAddressFilter(ObjectMapper json) {
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (TWOFOLD.matcher(request.getRequestURI()).find()) {
            Problems.write(response, json, Problems.of(HttpStatus.BAD_REQUEST, "地址的写法不正确"));
        } else {
            chain.doFilter(request, response);
        }
    }
}
