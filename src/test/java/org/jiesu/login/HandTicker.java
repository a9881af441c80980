package org.jiesu.login;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;

/** Time that passes only when a test says so. */
final class HandTicker implements Ticker {

    private long now = 1;

    @Override
    public long read() {
        return now;
    }

    void pass(Duration time) {
        now += time.toNanos();
    }
}
