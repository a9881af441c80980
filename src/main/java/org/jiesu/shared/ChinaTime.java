package org.jiesu.shared;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** The time that counts: days and hours of every period are those of China, wherever the machine stands. */
public final class ChinaTime {

    public static final String NAME = "Asia/Shanghai";
    public static final ZoneId ZONE = ZoneId.of(NAME);

    private ChinaTime() {}

    /** A local time as it is told outside, with its offset; null for none. */
    public static OffsetDateTime of(LocalDateTime local) {
        return local == null ? null : local.atZone(ZONE).toOffsetDateTime();
    }

    /** A moment as it is told outside, with the offset of China. */
    public static OffsetDateTime of(Instant instant) {
        return instant.atZone(ZONE).toOffsetDateTime();
    }
}
