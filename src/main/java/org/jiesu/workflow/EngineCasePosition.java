package org.jiesu.workflow;

import java.util.List;
import java.util.Optional;
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

    private static boolean acting(TaskQuery query) {
        return query.list().stream().anyMatch(Beside::acting);
    }

    @Override
    public boolean holdsTask(String caseNumber, Staff staff) {
        return access.asSystem(() -> {
            boolean assigned = acting(tasks.getObject()
                    .createTaskQuery()
                    .processInstanceBusinessKey(caseNumber)
                    .taskAssignee(staff.userId()));
            return assigned
                    || (!staff.groups().isEmpty()
                            && acting(tasks.getObject()
                                    .createTaskQuery()
                                    .processInstanceBusinessKey(caseNumber)
                                    .taskCandidateGroupIn(List.copyOf(staff.groups()))));
        });
    }
}
