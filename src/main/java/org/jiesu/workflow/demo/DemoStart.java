package org.jiesu.workflow.demo;

import java.io.IOException;
import java.util.Optional;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.jiesu.cases.Cases;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Fills an empty demo: first the users, so that one can log in at once. */
@Component
@Profile("demo")
class DemoStart implements SmartLifecycle {

    private final DemoUsers users;
    private final DemoSamples samples;
    private final DemoSettings settings;
    private final Cases cases;
    private final ObjectProvider<JobExecutor> jobs;
    private volatile boolean started;

    DemoStart(
            DemoUsers users,
            DemoSamples samples,
            DemoSettings settings,
            Cases cases,
            ObjectProvider<JobExecutor> jobs) {
        this.users = users;
        this.samples = samples;
        this.settings = settings;
        this.cases = cases;
        this.jobs = jobs;
    }

    /** Before the port opens: whoever sees the application up can log in. */
    @Override
    public void start() {
        users.create();
        started = true;
    }

    @Override
    public void stop() {
        started = false;
    }

    @Override
    public boolean isRunning() {
        return started;
    }

    /** Earlier than the web server. */
    @Override
    public int getPhase() {
        return 0;
    }

    /** Once, on an empty database; the job executor waits meanwhile, because time is moved. */
    @EventListener(ApplicationReadyEvent.class)
    void samples() throws IOException {
        if (!settings.samples() || !cases.none()) {
            return;
        }
        Optional<JobExecutor> running =
                jobs.stream().filter(JobExecutor::isActive).findFirst();
        running.ifPresent(JobExecutor::shutdown);
        try {
            samples.load();
        } finally {
            running.ifPresent(JobExecutor::start);
        }
    }
}
