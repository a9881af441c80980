package org.jiesu.platform;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/** So many in a period for everybody of their own; what was used comes back little by little. Kept in this process. */
public final class RateLimit {

    private static final int MOST_REMEMBERED = 100_000;

    private final Cache<String, Bucket> buckets;
    private final int amount;
    private final Duration period;
    private final TimeMeter time;
    private final String sentence;

    /** @param sentence what is said to whoever has used up everything */
    public RateLimit(int amount, Duration period, String sentence, Ticker ticker) {
        this.amount = amount;
        this.period = period;
        this.sentence = sentence;
        this.time = new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return ticker.read();
            }

            @Override
            public boolean isWallClockBased() {
                return false;
            }
        };
        // Whoever was away for a whole period has everything again and need not be remembered.
        this.buckets = Caffeine.newBuilder()
                .ticker(ticker)
                .expireAfterAccess(period)
                .maximumSize(MOST_REMEMBERED)
                .build();
    }

    /** Takes one, or refuses. */
    public void take(String who) {
        ConsumptionProbe probe = bucket(who).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw new TooManyRequests(sentence, Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    /** Gives back one that was taken beforehand and turned out to do no harm. */
    public void giveBack(String who) {
        bucket(who).addTokens(1);
    }

    private Bucket bucket(String who) {
        return buckets.get(who, unknown -> Bucket.builder()
                .addLimit(limit -> limit.capacity(amount).refillGreedy(amount, period))
                .withCustomTimePrecision(time)
                .build());
    }
}
