package org.jiesu.workflow;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.jiesu.workflow.engine.EngineAccess;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets exactly one instance of {@code clock-check} wait for the next night, however often and on however many nodes the
 * application starts. Each instance ends with its check and leaves the next one behind, so that its history can be
 * cleaned up and a new version of the model is used from the next night on.
 */
@Component
public class ClockCheckStart {

    private static final String PROCESS = "clock-check";
    private static final LocalTime NIGHT = LocalTime.of(1, 30);

    private final ObjectProvider<RuntimeService> runtime;
    private final ObjectProvider<ManagementService> management;
    private final EngineAccess access;
    private final JdbcTemplate database;
    private final Clock clock;

    ClockCheckStart(
            ObjectProvider<RuntimeService> runtime,
            ObjectProvider<ManagementService> management,
            EngineAccess access,
            JdbcTemplate database,
            Clock clock) {
        this.runtime = runtime;
        this.management = management;
        this.access = access;
        this.database = database;
        this.clock = clock;
    }

    /** A start is a good moment to check; in a rehearsal time flies, and a check each of its nights would tell nothing. */
    @EventListener(classes = ApplicationReadyEvent.class, condition = "!@environment.matchesProfiles('rehearsal')")
    @Transactional
    public void checkNow() {
        database.queryForList("select process from single_process where process = ? for update", PROCESS);
        access.asSystem(() -> {
            LocalDateTime now = LocalDateTime.now(clock);
            if (runtime.getObject()
                            .createProcessInstanceQuery()
                            .processDefinitionKey(PROCESS)
                            .count()
                    == 0) {
                waitUntil(now);
            } else {
                waiting().stream()
                        .filter(timer -> timer.getDuedate().after(EngineAccess.date(now)))
                        .forEach(timer -> management.getObject().setJobDuedate(timer.getId(), EngineAccess.date(now)));
            }
        });
    }

    /** Leaves the instance behind that checks again next night. */
    public void checkNextNight() {
        LocalDateTime now = LocalDateTime.now(clock);
        LocalDateTime today = now.toLocalDate().atTime(NIGHT);
        access.asSystem(() -> waitUntil(today.isAfter(now) ? today : today.plusDays(1)));
    }

    private void waitUntil(LocalDateTime at) {
        runtime.getObject()
                .createProcessInstanceByKey(PROCESS)
                .processDefinitionWithoutTenantId()
                .setVariable("nextCheckAt", EngineAccess.date(at))
                .setVariable("checkedUpTo", "")
                .setVariable("checkFinished", false)
                .execute();
    }

    private List<Job> waiting() {
        return management
                .getObject()
                .createJobQuery()
                .processDefinitionKey(PROCESS)
                .timers()
                .list();
    }
}
