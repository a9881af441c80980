package org.jiesu.workflow.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.jiesu.access.AccessRefused;
import org.jiesu.platform.CurrentStaff;
import org.jiesu.platform.Staff;
import org.jiesu.platform.StaffDirectory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Stands before both doors of the engine's API, {@code /engine-rest} and that of the web apps ({@link EngineApi}). */
class EngineApiFilter extends OncePerRequestFilter {

    private static final Pattern DOOR = Pattern.compile("^/(engine-rest|camunda/api/engine|camunda/api)/");
    private static final Pattern ENGINE_BY_NAME = Pattern.compile("^engine/[^/]+/");

    private final StaffDirectory directory;
    private final IdentityService identity;
    private final ObjectMapper json;
    private final CurrentStaff staff;
    private final ApplicationEventPublisher events;

    EngineApiFilter(
            StaffDirectory directory,
            IdentityService identity,
            ObjectMapper json,
            CurrentStaff staff,
            ApplicationEventPublisher events) {
        this.directory = directory;
        this.identity = identity;
        this.json = json;
        this.staff = staff;
        this.events = events;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Staff> caller = caller(request);
        String call = call(request);
        if (caller.isEmpty() && !EngineApi.allowsStranger(request.getMethod(), call)) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            write(response, "AuthenticationException", "请先登录");
        } else if (caller.isPresent() && !EngineApi.allows(caller.get(), request.getMethod(), call)) {
            events.publishEvent(new AccessRefused(caller.get(), "engine: " + request.getMethod() + " " + call, null));
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            write(response, "AuthorizationException", "无权使用流程引擎的这个接口");
        } else if (caller.isPresent()) {
            staff.runAs(caller.get(), () -> {
                proceed(request, response, chain);
                return null;
            });
        } else {
            sayNothingOfCauses(request, response, chain);
        }
    }

    private void proceed(HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
        try {
            sayNothingOfCauses(request, response, chain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ServletException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the engine says about an unexpected error may quote the row that it could not write; the log has it. */
    private void sayNothingOfCauses(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, answer);
        if (answer.getStatus() >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
            answer.resetBuffer();
            write(answer, "RestException", "系统出错，未保存任何内容，请稍后重试");
        }
        // The engine would let browsers keep a copy.
        answer.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        answer.copyBodyToResponse();
    }

    private void write(HttpServletResponse response, String type, String message) throws IOException {
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        json.writeValue(response.getOutputStream(), Map.of("type", type, "message", message));
    }

    /** By Basic, which the engine's filter before this one has checked, or by the session of the web apps. */
    private Optional<Staff> caller(HttpServletRequest request) {
        Authentication basic = identity.getCurrentAuthentication();
        return basic == null ? directory.ofSession(request) : directory.find(basic.getUserId());
    }

    /** The same call looks different at each door; this is what {@link EngineApi} knows. */
    private static String call(HttpServletRequest request) {
        String path = request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
        String behindDoor = DOOR.matcher(path).replaceFirst("");
        String call = ENGINE_BY_NAME.matcher(behindDoor).replaceFirst("");
        return call.endsWith("/") ? call.substring(0, call.length() - 1) : call;
    }
}
