package org.jiesu.audit;

import org.jiesu.shared.ChinaTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Checks the log at every start and every night, and tells those who run the system what it found. */
@Component("auditHealthIndicator")
@EnableScheduling
class AuditNight implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(AuditNight.class);

    private final AuditCheck check;
    private final TaskScheduler scheduler;

    AuditNight(AuditCheck check, TaskScheduler scheduler) {
        this.check = check;
        this.scheduler = scheduler;
    }

    @EventListener(ApplicationReadyEvent.class)
    void started() {
        scheduler.schedule(check::verify, scheduler.getClock().instant());
    }

    @Scheduled(cron = "0 0 3 * * *", zone = ChinaTime.NAME)
    void night() {
        try {
            check.verifyAndRemoveOld();
        } catch (RuntimeException e) {
            LOG.error("The audit log could not be checked: {}", e.getClass().getName());
        }
    }

    /** Always up: a broken log is for people to look into, and nobody's case may wait for that. */
    @Override
    public Health health() {
        Health.Builder up = Health.up();
        check.latest().ifPresent(result -> {
            up.withDetail("checkedAt", result.at().toString())
                    .withDetail("whole", result.whole())
                    .withDetail("lines", result.last())
                    .withDetail("heldByDatabase", result.heldByDatabase());
            if (!result.whole()) {
                up.withDetail("warning", "审计日志第" + result.firstWrong() + "条起有误：" + result.fault());
            }
        });
        return up.build();
    }
}
