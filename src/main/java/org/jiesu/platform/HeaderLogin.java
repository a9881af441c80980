package org.jiesu.platform;

import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Who calls, where the request says so in its header: HTTP Basic, or a bearer token. */
@Component
public class HeaderLogin {

    private static final String BASIC = "Basic ";
    private static final String BEARER = "Bearer ";

    /** Nobody guesses a token; this keeps the audit from being flooded. */
    private static final int WRONG_PER_SOURCE = 100;

    private static final Duration WRONG_PERIOD = Duration.ofMinutes(10);

    private final StaffDirectory directory;
    private final List<BearerTokens> tokens;
    private final ApplicationEventPublisher events;
    private final RateLimit wrongTokens =
            new RateLimit(WRONG_PER_SOURCE, WRONG_PERIOD, "登录失败过于频繁", Ticker.systemTicker());

    HeaderLogin(StaffDirectory directory, List<BearerTokens> tokens, ApplicationEventPublisher events) {
        this.directory = directory;
        this.tokens = tokens;
        this.events = events;
    }

    /** Whether a request says who calls, rightly or wrongly; then its session does not count. */
    public static boolean isUsed(HttpServletRequest request) {
        return starts(request, BASIC) || starts(request, BEARER);
    }

    /** Empty for a stranger, a wrong password, an invalid token. */
    public Optional<Staff> staffOf(HttpServletRequest request) {
        if (starts(request, BASIC)) {
            return ofBasic(after(request, BASIC));
        }
        return starts(request, BEARER) ? ofBearer(after(request, BEARER)) : Optional.empty();
    }

    private Optional<Staff> ofBasic(String encoded) {
        try {
            String[] pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8).split(":", 2);
            return pair.length == 2 ? directory.authenticate(pair[0], pair[1]) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<Staff> ofBearer(String token) {
        Optional<Staff> staff =
                tokens.stream().flatMap(known -> known.staffOf(token).stream()).findFirst();
        if (staff.isEmpty()) {
            wrongTokens.take(Source.current());
            events.publishEvent(
                    new SecurityEvent(SecurityEvent.Kind.LOGIN_FAILED, "unknown", "令牌或者密钥无效，来自 " + Source.current()));
        }
        return staff;
    }

    private static boolean starts(HttpServletRequest request, String scheme) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, scheme, 0, scheme.length());
    }

    private static String after(HttpServletRequest request, String scheme) {
        return request.getHeader(HttpHeaders.AUTHORIZATION)
                .substring(scheme.length())
                .trim();
    }
}
