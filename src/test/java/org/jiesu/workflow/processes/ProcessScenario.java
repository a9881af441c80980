package org.jiesu.workflow.processes;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;
import static org.jiesu.workflow.processes.SharedEngine.ENGINE;
import static org.jiesu.workflow.processes.SharedEngine.MODELS;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.jiesu.cases.CaseKind;
import org.jiesu.cases.Outcome;
import org.jiesu.deadlines.Deadlines;
import org.jiesu.workflow.StartOfCase;
import org.jiesu.workflow.engine.EngineAccess;
import org.jiesu.workflow.engine.ModelProperties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;

/**
 * One case in the shared engine. It starts as {@code CaseFollower} starts it, its tasks are completed as the gate
 * completes them (flags and timer dates, nothing else), and its time is forwarded by hand.
 */
abstract class ProcessScenario {

    static final LocalDateTime NEVER = Deadlines.NEVER;
    static final LocalDateTime RECEIVED = LocalDateTime.of(2026, 5, 6, 9, 0);

    private static final String CASE_NUMBER = "TS2026050600001";

    private final Map<String, LocalDateTime> timers = new HashMap<>();

    @BeforeAll
    static void beforeTheCoverageIsLookedAt() {
        ModelCoverageTest.assertNotYetChecked();
    }

    @AfterAll
    static void countsForTheCoverage(TestInfo test) {
        ModelCoverageTest.hasRun(test.getTestClass().orElseThrow());
    }

    @BeforeEach
    void openTheOffice() {
        init(ENGINE);
        ClockUtil.setCurrentTime(EngineAccess.date(RECEIVED));
        timers.putAll(Map.ofEntries(
                entry("supplementDueAt", NEVER),
                entry("cutOffAt", NEVER),
                entry("secondLimitAt", NEVER),
                entry("interimReplyDueAt", NEVER),
                entry("statementDueAt", NEVER),
                entry("nextCheckpointAt", NEVER)));
        feature("proposeDispatch", Map.of("dispatchAutomatic", false, "handlingUnit", "xincheng"));
        feature("sendReply", Map.of("followUpRequired", false));
        feature("planFeedback", Map.of("tellReporter", true, "rewardEligible", false));
    }

    @AfterEach
    void closeTheOffice() {
        ENGINE.getRuntimeService()
                .createProcessInstanceQuery()
                .rootProcessInstances()
                .list()
                .forEach(root -> ENGINE.getRuntimeService().deleteProcessInstance(root.getId(), "end of test"));
        SharedEngine.forget();
        ClockUtil.reset();
        AbstractAssertions.reset();
    }

    /** What the mocked feature behind a service task leaves as flags. */
    final void feature(String verbObject, Map<String, ?> flags) {
        SharedEngine.ANSWERS.put(verbObject + "Delegate", flags);
    }

    /** What the ledger of clocks says from now on; the engine hears it at the next start or completion. */
    final void clock(String timer, LocalDateTime at) {
        assertThat(timers).as("timers that the ledger knows").containsKey(timer);
        timers.put(timer, at);
    }

    final ProcessInstance start(String process, CaseKind kind) {
        return startBefore(process, kind, 1, null);
    }

    /** Starts as a later round or a clue starts: in the middle. */
    final ProcessInstance startBefore(String process, CaseKind kind, int round, String activity) {
        var instance = ENGINE.getRuntimeService()
                .createProcessInstanceByKey(process)
                .businessKey(CASE_NUMBER)
                .setVariables(StartOfCase.variables(kind, round, timers));
        return (activity == null ? instance : instance.startBeforeActivity(activity)).execute();
    }

    /** Starts a called process alone, with no variable but those its caller passes on. */
    final ProcessInstance startCalled(String process, String caller, Map<String, ?> flags) {
        CaseKind kind = caller.startsWith("report") ? CaseKind.REPORT : CaseKind.COMPLAINT;
        Map<String, Object> known = StartOfCase.variables(kind, 1, timers);
        known.putAll(flags);
        Map<String, Object> passedOn = new HashMap<>();
        MODELS.get(caller).getModelElementsByType(CallActivity.class).stream()
                .filter(call -> process.equals(call.getCalledElement()))
                .flatMap(call ->
                        call.getExtensionElements().getElementsQuery().filterByType(CamundaIn.class).list().stream())
                .filter(in -> in.getCamundaSource() != null)
                .forEach(in -> passedOn.put(in.getCamundaTarget(), known.get(in.getCamundaSource())));
        return ENGINE.getRuntimeService().startProcessInstanceByKey(process, CASE_NUMBER, passedOn);
    }

    /** Completes the one open task of this kind, after a look at its deployed form. */
    final void complete(String taskKey, Map<String, ?> flags) {
        Task task = task(taskKey);
        try (InputStream form = ENGINE.getFormService().getDeployedTaskForm(task.getId())) {
            assertThat(form).as("form of " + taskKey).isNotEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, Object> variables = new HashMap<>(flags);
        timers.forEach((name, at) -> variables.put(name, EngineAccess.date(at)));
        ENGINE.getTaskService().complete(task.getId(), variables);
    }

    final void complete(String taskKey) {
        complete(taskKey, Map.of());
    }

    final Task task(String taskKey) {
        List<Task> open = ENGINE.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(CASE_NUMBER)
                .taskDefinitionKey(taskKey)
                .list();
        assertThat(open).as(taskKey + " among " + openTasks()).hasSize(1);
        return open.get(0);
    }

    /** Keys of the open tasks of the case, those of called processes too: all are found by the case number. */
    final List<String> openTasks() {
        return ENGINE.getTaskService().createTaskQuery().processInstanceBusinessKey(CASE_NUMBER).list().stream()
                .map(Task::getTaskDefinitionKey)
                .sorted()
                .toList();
    }

    /** Keys of all tasks so far, in the order in which they opened. */
    final List<String> openedTasks() {
        return List.copyOf(SharedEngine.OPENED);
    }

    /** Service tasks that ran so far. */
    final List<String> calledFeatures() {
        return List.copyOf(SharedEngine.CALLED);
    }

    /** When the one open timer of this element fires. */
    final LocalDateTime dueAt(String element) {
        List<Job> jobs = ENGINE.getManagementService()
                .createJobQuery()
                .activityId(element)
                .list();
        assertThat(jobs).as("timers of " + element).hasSize(1);
        return local(jobs.get(0).getDuedate());
    }

    final long openTimers() {
        return ENGINE.getManagementService().createJobQuery().timers().count();
    }

    /** Forwards time as the rehearsal does: every timer fires at its own moment, the earliest first. */
    final void forwardTo(LocalDateTime target) {
        Date end = EngineAccess.date(target);
        for (Optional<Job> next = nextTimer(end); next.isPresent(); next = nextTimer(end)) {
            ClockUtil.setCurrentTime(next.get().getDuedate());
            ENGINE.getManagementService().executeJob(next.get().getId());
        }
        ClockUtil.setCurrentTime(end);
    }

    private static Optional<Job> nextTimer(Date end) {
        return ENGINE
                .getManagementService()
                .createJobQuery()
                .timers()
                .duedateLowerThan(new Date(end.getTime() + 1))
                .orderByJobDuedate()
                .asc()
                .listPage(0, 1)
                .stream()
                .findFirst();
    }

    final void withdraw() {
        giveUp("ComplaintWithdrawn", "WITHDRAWN");
    }

    final void settle() {
        giveUp("PartiesSettled", "SETTLED");
    }

    /** Correlation refuses none as well as two subscriptions. */
    private static void giveUp(String message, String reason) {
        ENGINE.getRuntimeService()
                .createMessageCorrelation(message)
                .processInstanceBusinessKey(CASE_NUMBER)
                .setVariable("terminationReason", reason)
                .correlate();
    }

    /** Names of the messages the case waits for, sorted; a name stands twice if it is waited for twice. */
    final List<String> awaitedMessages() {
        return ENGINE.getRuntimeService().createEventSubscriptionQuery().eventType("message").list().stream()
                .map(subscription -> subscription.getEventName())
                .sorted()
                .toList();
    }

    final boolean isOpen(String process) {
        return ENGINE.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(CASE_NUMBER)
                        .processDefinitionKey(process)
                        .count()
                > 0;
    }

    /** The outcomes with which the record would have been closed: those of the end events reached. */
    final List<Outcome> outcomes(ProcessInstance instance) {
        String process = instance.getProcessDefinitionId().split(":")[0];
        return ENGINE
                .getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance.getId())
                .list()
                .stream()
                .map(passed -> MODELS.get(process).<BaseElement>getModelElementById(passed.getActivityId()))
                .flatMap(element -> ModelProperties.of(element, "outcome").stream())
                .map(Outcome::valueOf)
                .toList();
    }

    private static LocalDateTime local(Date date) {
        return LocalDateTime.ofInstant(date.toInstant(), ZoneId.systemDefault());
    }
}
