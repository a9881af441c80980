package org.jiesu.deadlines;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Detail {@code calendar} of the health check: always up, for people are told in time and the clocks run on. */
@Component("calendarHealthIndicator")
class CalendarHealth implements HealthIndicator {

    private final CalendarGuard guard;

    CalendarHealth(CalendarGuard guard) {
        this.guard = guard;
    }

    @Override
    public Health health() {
        Health.Builder up = Health.up()
                .withDetail("publishedUntil", guard.publishedUntil().toString())
                .withDetail("provisionalClocks", guard.provisionalClocks());
        guard.warning().ifPresent(warning -> up.withDetail("warning", warning));
        return up.build();
    }
}
