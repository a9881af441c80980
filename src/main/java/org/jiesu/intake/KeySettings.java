package org.jiesu.intake;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long keys of channels live and how much they may do.
 *
 * @param valid how long a key is good for, where no end is named
 * @param overlap how long the old key still works after it was rotated
 * @param perMinute how many calls one key may make
 */
@ConfigurationProperties("jiesu.intake.keys")
record KeySettings(
        @DefaultValue("365d") Duration valid,
        @DefaultValue("14d") Duration overlap,
        @DefaultValue("120") int perMinute) {}
