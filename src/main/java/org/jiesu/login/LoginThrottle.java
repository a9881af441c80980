package org.jiesu.login;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import org.jiesu.platform.RateLimit;
import org.jiesu.platform.TooManyRequests;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing by where it comes from: a growing wait for each user from each source, and a budget for each source.
 * Nobody is ever locked: what strangers do elsewhere costs the user nothing.
 */
@Component
class LoginThrottle {

    private static final Duration BUDGET_PERIOD = Duration.ofMinutes(10);
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);
    private static final int MOST_REMEMBERED = 100_000;
    /** Doubled more often, any wait is the longest. */
    private static final int MOST_DOUBLED = 30;

    private record Guess(String source, String userId) {}

    private record Failures(int count, long notBefore) {}

    private final LoginSettings.Throttle settings;
    private final Ticker ticker;
    private final RateLimit sources;
    private final Cache<Guess, Failures> failures;

    @Autowired
    LoginThrottle(LoginSettings settings) {
        this(settings.throttle(), Ticker.systemTicker());
    }

    LoginThrottle(LoginSettings.Throttle settings, Ticker ticker) {
        this.settings = settings;
        this.ticker = ticker;
        sources = new RateLimit(settings.perSource(), BUDGET_PERIOD, "登录失败过于频繁", ticker);
        failures = Caffeine.newBuilder()
                .ticker(ticker)
                .expireAfterWrite(FORGOTTEN_AFTER)
                .maximumSize(MOST_REMEMBERED)
                .build();
    }

    /** Counts an attempt as failed before it is made, so that many at once gain nothing; refuses one that comes too early. */
    void begin(String source, String userId) {
        sources.take(source);
        try {
            failures.asMap().compute(new Guess(source, userId), (guess, before) -> next(before));
        } catch (TooManyRequests e) {
            sources.giveBack(source);
            throw e;
        }
    }

    void succeeded(String source, String userId) {
        failures.invalidate(new Guess(source, userId));
        sources.giveBack(source);
    }

    private Failures next(Failures before) {
        long now = ticker.read();
        int count = before == null ? 1 : before.count() + 1;
        if (before != null && before.notBefore() - now > 0) {
            throw new TooManyRequests("登录失败过于频繁", Duration.ofNanos(before.notBefore() - now));
        }
        return new Failures(count, now + waitAfter(count).toNanos());
    }

    private Duration waitAfter(int count) {
        if (count < settings.free()) {
            return Duration.ZERO;
        }
        Duration doubled = settings.first().multipliedBy(1L << Math.min(count - settings.free(), MOST_DOUBLED));
        return doubled.compareTo(settings.longest()) > 0 ? settings.longest() : doubled;
    }
}
