package org.jiesu.workflow.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.jiesu.shared.Refusal;
import org.jiesu.workflow.engine.EngineAccess;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Moves time forward: every timer on the way fires at its own time, in order. The time of engine and application is one
 * ({@code EngineClock}), and it is that of the whole JVM.
 */
@Component
public class Rehearsal {

    private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);

    private final ManagementService management;
    private final EngineAccess access;

    Rehearsal(ManagementService management, EngineAccess access) {
        this.management = management;
        this.access = access;
    }

    public Instant now() {
        return ClockUtil.getCurrentTime().toInstant();
    }

    /** Moves to the target and runs on from there; answers how many timers fired. */
    public synchronized int moveTo(Instant target) {
        if (target.isBefore(now())) {
            throw new Refusal(
                    "时间只能向前：现在是 " + now().atZone(ZoneId.of("Asia/Shanghai")).toOffsetDateTime());
        }
        return access.asSystem(() -> {
            try {
                return fireUntil(target);
            } finally {
                startFrom(target);
            }
        });
    }

    /** Sets the time anew, also backwards: only for filling an empty database with a past. */
    public synchronized void startFrom(Instant instant) {
        ClockUtil.reset();
        ClockUtil.offset(Duration.between(now(), instant).toMillis());
    }

    /** Time is again that of the world. */
    public synchronized void backToPresent() {
        ClockUtil.reset();
    }

    private int fireUntil(Instant target) {
        int fired = 0;
        Set<String> failed = new HashSet<>();
        runPendingJobs();
        for (Optional<Job> next = nextTimer(target, failed); next.isPresent(); next = nextTimer(target, failed)) {
            Job timer = next.get();
            Date due = timer.getDuedate();
            ClockUtil.setCurrentTime(due.before(ClockUtil.getCurrentTime()) ? ClockUtil.getCurrentTime() : due);
            if (!run(timer)) {
                failed.add(timer.getId());
            }
            fired++;
            runPendingJobs();
        }
        return fired;
    }

    private Optional<Job> nextTimer(Instant target, Set<String> failed) {
        return management
                .createJobQuery()
                .timers()
                .active()
                .withRetriesLeft()
                .duedateLowerThan(Date.from(target.plusMillis(1)))
                .orderByJobDuedate()
                .asc()
                .orderByJobId()
                .asc()
                .listPage(0, failed.size() + 1)
                .stream()
                .filter(job -> !failed.contains(job.getId()))
                .findFirst();
    }

    /** Runs what waits for nothing but a thread, as the job executor would. */
    void runPendingJobs() {
        management.createJobQuery().messages().active().withRetriesLeft().list().forEach(this::run);
    }

    private boolean run(Job job) {
        try {
            management.executeJob(job.getId());
            return true;
        } catch (RuntimeException e) {
            LOG.warn(
                    "Job {} of {} failed: {}",
                    job.getId(),
                    job.getProcessDefinitionKey(),
                    e.getClass().getName());
            management.setJobRetries(job.getId(), 0);
            return false;
        }
    }
}
