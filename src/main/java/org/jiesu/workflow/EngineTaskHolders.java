package org.jiesu.workflow;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jiesu.platform.Staff;
import org.jiesu.platform.StaffDirectory;
import org.jiesu.supervision.TaskHolders;
import org.jiesu.workflow.engine.EngineAccess;
import org.jiesu.workflow.engine.ModelProperties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who holds the open tasks of a case. */
@Component
class EngineTaskHolders implements TaskHolders {

    private final ObjectProvider<TaskService> tasks;
    private final ObjectProvider<RuntimeService> runtime;
    private final ObjectProvider<IdentityService> identity;
    private final ObjectProvider<RepositoryService> models;
    private final StaffDirectory directory;
    private final EngineAccess access;

    EngineTaskHolders(
            ObjectProvider<TaskService> tasks,
            ObjectProvider<RuntimeService> runtime,
            ObjectProvider<IdentityService> identity,
            ObjectProvider<RepositoryService> models,
            StaffDirectory directory,
            EngineAccess access) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.identity = identity;
        this.models = models;
        this.directory = directory;
        this.access = access;
    }

    @Override
    public List<String> holders(String caseNumber, String clock) {
        return access.asSystem(() -> {
            List<Task> open = openOf(List.of(caseNumber)).list();
            List<Task> own = open.stream()
                    .filter(task -> clockOf(task).filter(clock::equals).isPresent())
                    .toList();
            return (own.isEmpty() ? open.stream().filter(Beside::handling) : own.stream())
                    .flatMap(this::holders)
                    .distinct()
                    .toList();
        });
    }

    @Override
    public Set<String> unheld(Collection<String> caseNumbers) {
        return access.asSystem(() -> {
            Set<String> unheld = new HashSet<>(caseNumbers);
            Set<String> instances = Stream.of(openOf(caseNumbers).taskAssigned(), openToSomebody(caseNumbers))
                    .flatMap(query -> query.list().stream())
                    .filter(Beside::handling)
                    .map(Task::getProcessInstanceId)
                    .collect(Collectors.toSet());
            if (!instances.isEmpty()) {
                runtime.getObject()
                        .createProcessInstanceQuery()
                        .processInstanceIds(instances)
                        .list()
                        .forEach(instance -> unheld.remove(instance.getBusinessKey()));
            }
            return unheld;
        });
    }

    private TaskQuery openOf(Collection<String> caseNumbers) {
        return tasks.getObject().createTaskQuery().processInstanceBusinessKeyIn(caseNumbers.toArray(String[]::new));
    }

    /** Not claimed yet, and offered to a group that has members. */
    private TaskQuery openToSomebody(Collection<String> caseNumbers) {
        List<String> groups = identity.getObject().createGroupQuery().list().stream()
                .map(Group::getId)
                .filter(group -> identity.getObject()
                                .createUserQuery()
                                .memberOfGroup(group)
                                .count()
                        > 0)
                .toList();
        return openOf(caseNumbers).taskCandidateGroupIn(groups);
    }

    private Stream<String> groups(Task task) {
        return tasks.getObject().getIdentityLinksForTask(task.getId()).stream().map(IdentityLink::getGroupId);
    }

    private Optional<String> clockOf(Task task) {
        UserTask element = models.getObject()
                .getBpmnModelInstance(task.getProcessDefinitionId())
                .getModelElementById(task.getTaskDefinitionKey());
        return ModelProperties.of(element, "clock");
    }

    private Stream<String> holders(Task task) {
        return task.getAssignee() != null
                ? Stream.of(task.getAssignee())
                : groups(task)
                        .flatMap(group -> directory.members(group).stream())
                        .map(Staff::userId);
    }
}
