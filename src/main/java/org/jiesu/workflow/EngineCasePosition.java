package org.jiesu.workflow;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.jiesu.cases.CasePosition;
import org.jiesu.platform.Staff;
import org.jiesu.workflow.engine.EngineAccess;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The process holds the position (ADR 0002): asked here, stored nowhere else. */
@Component
class EngineCasePosition implements CasePosition {

    /** Leaders are told first (FC 三.4): until they have read, the case stands with them, whatever opened before. */
    private static final String FIRST = "Task_ReportToLeader";

    private final ObjectProvider<TaskService> tasks;
    private final ObjectProvider<RuntimeService> runtime;
    private final EngineAccess access;

    EngineCasePosition(ObjectProvider<TaskService> tasks, ObjectProvider<RuntimeService> runtime, EngineAccess access) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.access = access;
    }

    @Override
    public Optional<String> stage(String caseNumber) {
        return currentTask(caseNumber).map(task -> task.getTaskDefinitionKey().replaceFirst("^Task_", ""));
    }

    @Override
    public Optional<String> stageName(String caseNumber) {
        return currentTask(caseNumber).map(Task::getName);
    }

    private Optional<Task> currentTask(String caseNumber) {
        List<Task> oldestFirst = access.asSystem(() -> tasks
                .getObject()
                .createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .orderByTaskCreateTime()
                .asc()
                .list()
                .stream()
                .filter(Beside::handling)
                .toList());
        return oldestFirst.stream()
                .filter(task -> FIRST.equals(task.getTaskDefinitionKey()))
                .findFirst()
                .or(() -> oldestFirst.stream().findFirst());
    }

    @Override
    public boolean running(String caseNumber) {
        return access.asSystem(() -> runtime.getObject()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(caseNumber)
                        .count()
                > 0);
    }

    @Override
    public boolean canBeGivenUp(String caseNumber) {
        return access.asSystem(() ->
                runtime.getObject().createProcessInstanceQuery().processInstanceBusinessKey(caseNumber).list().stream()
                        .anyMatch(instance -> runtime.getObject()
                                        .createEventSubscriptionQuery()
                                        .eventName("ComplaintWithdrawn")
                                        .processInstanceId(instance.getId())
                                        .count()
                                > 0));
    }

    @Override
    public Optional<String> taskOf(String caseNumber, Staff staff) {
        return held(staff, () -> tasks.getObject().createTaskQuery().processInstanceBusinessKey(caseNumber));
    }

    @Override
    public boolean holds(String taskId, Staff staff) {
        return held(staff, () -> tasks.getObject().createTaskQuery().taskId(taskId))
                .isPresent();
    }

    private Optional<String> held(Staff staff, Supplier<TaskQuery> asked) {
        return access.asSystem(() -> acting(asked.get().taskAssignee(staff.userId()))
                .or(() -> staff.groups().isEmpty()
                        ? Optional.empty()
                        : acting(asked.get().taskCandidateGroupIn(List.copyOf(staff.groups())))));
    }

    private static Optional<String> acting(TaskQuery query) {
        return query.orderByTaskCreateTime().asc().list().stream()
                .filter(Beside::acting)
                .map(Task::getId)
                .findFirst();
    }
}
