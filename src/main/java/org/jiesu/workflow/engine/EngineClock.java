package org.jiesu.workflow.engine;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jiesu.shared.ChinaTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One time for engine and application: the application's clock is a view on the engine's. */
@Configuration(proxyBeanMethods = false)
class EngineClock {

    @Bean
    Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return ClockUtil.getCurrentTime().toInstant();
            }

            @Override
            public ZoneId getZone() {
                return ChinaTime.ZONE;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return Clock.fixed(instant(), zone);
            }
        };
    }
}
