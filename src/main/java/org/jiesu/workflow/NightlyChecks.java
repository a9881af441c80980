package org.jiesu.workflow;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Date;
import org.camunda.bpm.engine.RuntimeService;
import org.jiesu.organisation.Institutions;
import org.jiesu.workflow.engine.EngineAccess;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** One {@code orphan-check} for each institution waits for the night; at the first start it is begun. */
@Component
public class NightlyChecks implements SmartInitializingSingleton {

    private static final String PROCESS = "orphan-check";
    /** When nobody works. */
    private static final LocalTime NIGHT = LocalTime.of(2, 0);

    private final RuntimeService runtime;
    private final Institutions institutions;
    private final Clock clock;

    NightlyChecks(RuntimeService runtime, Institutions institutions, Clock clock) {
        this.runtime = runtime;
        this.institutions = institutions;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        institutions.all().forEach(institution -> begin(institution.code()));
    }

    private void begin(String institution) {
        boolean waiting = runtime.createProcessInstanceQuery()
                        .processDefinitionKey(PROCESS)
                        .tenantIdIn(institution)
                        .count()
                > 0;
        if (!waiting) {
            runtime.createProcessInstanceByKey(PROCESS)
                    .processDefinitionWithoutTenantId()
                    .setVariable("institution", institution)
                    .setVariable("nextCheckAt", next())
                    .execute();
        }
    }

    /** The next night. */
    public Date next() {
        LocalDateTime now = LocalDateTime.now(clock);
        boolean tonight = now.toLocalTime().isBefore(NIGHT);
        return EngineAccess.date(now.toLocalDate().plusDays(tonight ? 0 : 1).atTime(NIGHT));
    }
}
