package org.jiesu.login;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jiesu.platform.BearerTokens;
import org.jiesu.platform.SecurityEvent;
import org.jiesu.platform.Source;
import org.jiesu.platform.Staff;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;

/** Access tokens that the other system signed for us: JWT with our audience. */
class OidcTokens implements BearerTokens {

    private static final Logger LOG = LoggerFactory.getLogger(OidcTokens.class);
    private static final Pattern JWT = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");
    private static final Duration TOLD_EVERY = Duration.ofMinutes(10);
    private static final int MOST_REMEMBERED = 10_000;

    private final Oidc oidc;
    private final ApplicationEventPublisher events;
    private final Cache<String, Boolean> told = Caffeine.newBuilder()
            .expireAfterWrite(TOLD_EVERY)
            .maximumSize(MOST_REMEMBERED)
            .build();

    OidcTokens(Oidc oidc, ApplicationEventPublisher events) {
        this.oidc = oidc;
        this.events = events;
    }

    @Override
    public Optional<Staff> staffOf(String token) {
        if (!JWT.matcher(token).matches()) {
            return Optional.empty();
        }
        Optional<Staff> staff = decoded(token)
                .map(jwt -> jwt.getClaimAsString(oidc.userClaim()))
                .flatMap(oidc::staff);
        staff.ifPresent(this::tell);
        return staff;
    }

    private Optional<Jwt> decoded(String token) {
        try {
            return Optional.of(oidc.accessTokens().decode(token));
        } catch (BadJwtException e) {
            return Optional.empty();
        } catch (JwtException e) {
            LOG.warn("The OIDC provider could not be asked: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private void tell(Staff staff) {
        String source = Source.current();
        if (told.asMap().putIfAbsent(staff.userId() + " " + source, true) == null) {
            events.publishEvent(new SecurityEvent(SecurityEvent.Kind.LOGIN, staff.userId(), "接口（统一身份令牌），来自 " + source));
        }
    }
}
