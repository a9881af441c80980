package org.jiesu.workflow.tasks;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jiesu.access.Action;
import org.jiesu.cases.CaseAccess;
import org.jiesu.cases.CaseEvent;
import org.jiesu.cases.CaseHappened;
import org.jiesu.cases.CaseView;
import org.jiesu.cases.Cases;
import org.jiesu.cases.Handlers;
import org.jiesu.deadlines.Deadlines;
import org.jiesu.deadlines.Light;
import org.jiesu.platform.StaffDirectory;
import org.jiesu.workflow.engine.EngineAccess;
import org.jiesu.workflow.engine.ModelProperties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Gives every new user task its group and holder (DMN {@code responsibility}), its due date and its light; and offers
 * open tasks anew when the case goes to other people.
 */
@Component
class TaskSetup implements TaskListener {

    /** Extension property of a user task: the case event that its opening is. */
    private static final String OPENS = "opens";

    private static final String INSTRUCTED_PERSON = "instructedPerson";

    /** After these a case may be with another unit, or be kept from all of them. */
    private static final Set<CaseEvent> MOVING =
            EnumSet.of(CaseEvent.SUPPLEMENTED, CaseEvent.DISPATCHED, CaseEvent.RETURN_REVIEWED);

    private final Cases cases;
    private final Deadlines deadlines;
    private final ResponsibilityRules responsibility;
    private final CaseAccess rights;
    private final StaffDirectory directory;
    private final ObjectProvider<ProcessEngineConfigurationImpl> engine;
    private final EngineAccess access;

    TaskSetup(
            Cases cases,
            Deadlines deadlines,
            ResponsibilityRules responsibility,
            CaseAccess rights,
            StaffDirectory directory,
            ObjectProvider<ProcessEngineConfigurationImpl> engine,
            EngineAccess access) {
        this.cases = cases;
        this.deadlines = deadlines;
        this.responsibility = responsibility;
        this.rights = rights;
        this.directory = directory;
        this.engine = engine;
        this.access = access;
    }

    @Override
    public void notify(DelegateTask task) {
        String caseNumber = task.getExecution().getProcessBusinessKey();
        CaseView view = cases.view(caseNumber);
        List<String> roles = roles(task, view);
        groups(task, view, roles).forEach(task::addCandidateGroup);
        holder(task, view, roles).ifPresent(task::setAssignee);
        UserTask element = (UserTask) task.getBpmnModelElementInstance();
        ModelProperties.of(element, OPENS).ifPresent(event -> cases.happened(caseNumber, CaseEvent.valueOf(event)));
        task.setPriority(Light.NORMAL.urgency());
        TaskClock.due(deadlines.dates(caseNumber), element, task::getVariable)
                .filter(due -> due.dueAt() != null)
                .ifPresent(due -> {
                    task.setDueDate(EngineAccess.date(due.dueAt()));
                    task.setPriority(due.light().urgency());
                });
    }

    /** Who loses the case keeps no work on it; whoever claimed a task keeps it while it is still theirs to do. */
    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void on(CaseHappened happened) {
        if (MOVING.contains(happened.event())) {
            CaseView view = cases.view(happened.caseNumber());
            access.asSystem(
                    () -> engine.getObject().getCommandExecutorTxRequired().execute(context -> {
                        engine
                                .getObject()
                                .getRuntimeService()
                                .createProcessInstanceQuery()
                                .processInstanceBusinessKey(view.caseNumber())
                                .list()
                                .stream()
                                .map(ProcessInstance::getId)
                                .flatMap(id -> context.getTaskManager().findTasksByProcessInstanceId(id).stream())
                                .forEach(task -> offerAnew(task, view));
                        return null;
                    }));
        }
    }

    private void offerAnew(TaskEntity task, CaseView view) {
        Set<String> groups = groups(task, view, roles(task, view));
        Set<String> before =
                task.getCandidates().stream().map(IdentityLink::getGroupId).collect(Collectors.toSet());
        if (!groups.isEmpty() && !groups.equals(before)) {
            before.forEach(task::deleteCandidateGroup);
            groups.forEach(task::addCandidateGroup);
            Optional.ofNullable(task.getAssignee())
                    .flatMap(directory::find)
                    .filter(person -> groups.stream().noneMatch(person::in))
                    .ifPresent(person -> task.setAssignee(null));
        }
    }

    private List<String> roles(DelegateTask task, CaseView view) {
        return responsibility.roles(view, task.getTaskDefinitionKey(), pass(task));
    }

    /** Which of several passes of a sequential multi-instance task this is. */
    private static int pass(DelegateTask task) {
        Object loop = task.getVariable("loopCounter");
        return loop instanceof Integer counter ? counter + 1 : 1;
    }

    private Set<String> groups(DelegateTask task, CaseView view, List<String> roles) {
        return roles.stream()
                .flatMap(role -> groups(task, view, role))
                .map(group -> rights.reaches(Action.WORK, group, view) ? group : instead(view))
                .collect(Collectors.toSet());
    }

    /** Nobody waits for those who do not see the case. */
    private static String instead(CaseView view) {
        return view.secret() ? "director" : Handlers.unitOf(view) + "-head";
    }

    private Stream<String> groups(DelegateTask task, CaseView view, String role) {
        return switch (role) {
            case "handler", "unit" -> Stream.of(Handlers.unitOf(view));
            case "unit-head" -> Stream.of(Handlers.unitOf(view) + "-head");
            case "assisting-unit" -> Stream.of((String) task.getVariable("assistingUnit"));
            case "instructed" -> instructed(task, view);
            case "answering" -> Stream.of((String) task.getVariable("answeringGroup"));
            case "clock-approver" ->
                Arrays.stream(((String) task.getVariable("approver")).split(","))
                        .map(String::strip);
            default -> Stream.of(role);
        };
    }

    /** A leader named a unit, then its head may hand the task on, or a person. */
    private Stream<String> instructed(DelegateTask task, CaseView view) {
        String unit = (String) task.getVariable("instructedUnit");
        if (unit != null) {
            return Stream.of(unit, unit + "-head");
        }
        return instructedPerson(task, view).isPresent() ? Stream.empty() : Stream.of(instead(view));
    }

    private Optional<String> instructedPerson(DelegateTask task, CaseView view) {
        return Optional.ofNullable((String) task.getVariable(INSTRUCTED_PERSON)).filter(userId -> directory
                .find(userId)
                .filter(person -> rights.reaches(Action.WORK, person, view))
                .isPresent());
    }

    private Optional<String> holder(DelegateTask task, CaseView view, List<String> roles) {
        if (roles.contains("instructed")) {
            return instructedPerson(task, view);
        }
        return roles.contains("handler") ? Optional.ofNullable(view.handler()) : Optional.empty();
    }
}
