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
    private final PastFilter door;
    private final DemoSettings settings;
    private final Cases cases;
    private final ObjectProvider<JobExecutor> jobs;
    private volatile boolean started;

    DemoStart(
            DemoUsers users,
            DemoSamples samples,
            PastFilter door,
            DemoSettings settings,
            Cases cases,
            ObjectProvider<JobExecutor> jobs) {
        this.users = users;
        this.samples = samples;
        this.door = door;
        this.settings = settings;
        this.cases = cases;
        this.jobs = jobs;
    }

    /** Before the port opens: whoever sees the application up can log in, and nobody acts before the samples are there. */
    @Override
    public void start() {
        users.create();
        if (wanting()) {
            door.past();
        }
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
        if (!wanting()) {
            return;
        }
        Optional<JobExecutor> running =
                jobs.stream().filter(JobExecutor::isActive).findFirst();
        running.ifPresent(JobExecutor::shutdown);
        try {
            samples.load();
        } finally {
            door.present();
            running.ifPresent(JobExecutor::start);
        }
    }

    private boolean wanting() {
        return settings.samples() && cases.none();
    }
}
