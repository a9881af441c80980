package org.jiesu.workflow.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.Date;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.jiesu.deadlines.Deadlines;
import org.jiesu.shared.ChinaTime;
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
    /** Later than any date that a clock may have: what stands there does not run. */
    private static final Instant NEVER = Deadlines.NEVER.atZone(ChinaTime.ZONE).toInstant();
    /** Among so many there is one of a case: the few others are the system's own, as of its nightly checks. */
    private static final int LOOKED_AT = 50;

    private static final int SHOWN_AT_MOST = 500;

    private final ManagementService management;
    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final EngineAccess access;
    private final Map<String, Names> names = new ConcurrentHashMap<>();

    Rehearsal(ManagementService management, RuntimeService runtime, RepositoryService repository, EngineAccess access) {
        this.management = management;
        this.runtime = runtime;
        this.repository = repository;
        this.access = access;
    }

    /** What a model calls its process and the timer that a job definition stands for. */
    private record Names(String process, String timer) {}

    /** A timer that fired or waits, with the Chinese names that its model gives. */
    public record Timer(OffsetDateTime at, String caseNumber, String processName, String name, boolean failed) {

        Timer hasFailed() {
            return new Timer(at, caseNumber, processName, name, true);
        }
    }

    /** @param timers the last of those that fired, in the order in which they did */
    public record Moved(int fired, List<Timer> timers) {}

    public Instant now() {
        return ClockUtil.getCurrentTime().toInstant();
    }

    /** Moves to the target and runs on from there; answers which timers fired. */
    public synchronized Moved moveTo(Instant target) {
        if (target.isBefore(now())) {
            throw new Refusal("时间只能向前：现在是 " + ChinaTime.of(now()));
        }
        return forward(target);
    }

    /** Moves to the next timer of a case; one that should have fired already fires now. */
    public synchronized Moved moveToNext() {
        Instant at = next().map(timer -> timer.at().toInstant()).orElseThrow(() -> new Refusal("没有等待中的定时器"));
        Instant now = now();
        return forward(at.isBefore(now) ? now : at);
    }

    /** Moves to a planned moment; where work took longer and it has passed, what is due until now fires. */
    public synchronized void catchUpWith(Instant planned) {
        Instant now = now();
        forward(planned.isBefore(now) ? now : planned);
    }

    private Moved forward(Instant target) {
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

    /** The timer of a case that is due next; empty when none runs. */
    public Optional<Timer> next() {
        return access.asSystem(() -> waiting(NEVER.minusSeconds(1), LOOKED_AT).stream()
                .map(job -> timer(job, job.getDuedate().toInstant()))
                .filter(timer -> timer.caseNumber() != null)
                .findFirst());
    }

    /** Time is again that of the world. */
    public synchronized void backToPresent() {
        ClockUtil.reset();
    }

    private Moved fireUntil(Instant target) {
        int fired = 0;
        Deque<Timer> timers = new ArrayDeque<>();
        Set<String> failed = new HashSet<>();
        runPendingJobs();
        for (Optional<Job> next = nextTimer(target, failed); next.isPresent(); next = nextTimer(target, failed)) {
            Job job = next.get();
            Date due = job.getDuedate();
            ClockUtil.setCurrentTime(due.before(ClockUtil.getCurrentTime()) ? ClockUtil.getCurrentTime() : due);
            Timer timer = timer(job, now());
            if (run(job)) {
                timers.add(timer);
            } else {
                failed.add(job.getId());
                timers.add(timer.hasFailed());
            }
            if (timers.size() > SHOWN_AT_MOST) {
                timers.removeFirst();
            }
            fired++;
            runPendingJobs();
        }
        return new Moved(fired, List.copyOf(timers));
    }

    private Optional<Job> nextTimer(Instant target, Set<String> failed) {
        return waiting(target, failed.size() + 1).stream()
                .filter(job -> !failed.contains(job.getId()))
                .findFirst();
    }

    private List<Job> waiting(Instant target, int atMost) {
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
                .listPage(0, atMost);
    }

    private Timer timer(Job job, Instant at) {
        String caseNumber =
                runtime.createProcessInstanceQuery().processInstanceId(job.getProcessInstanceId()).list().stream()
                        .findFirst()
                        .map(ProcessInstance::getBusinessKey)
                        .orElse(null);
        Names names = names(job);
        return new Timer(ChinaTime.of(at), caseNumber, names.process(), names.timer(), false);
    }

    private Names names(Job job) {
        return names.computeIfAbsent(job.getJobDefinitionId(), definition -> {
            BpmnModelInstance model = repository.getBpmnModelInstance(job.getProcessDefinitionId());
            String element = management
                    .createJobDefinitionQuery()
                    .jobDefinitionId(definition)
                    .singleResult()
                    .getActivityId();
            FlowElement timer = model.getModelElementById(element);
            return new Names(
                    model.getModelElementsByType(Process.class)
                            .iterator()
                            .next()
                            .getName(),
                    timer == null || timer.getName() == null ? element : timer.getName());
        });
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
