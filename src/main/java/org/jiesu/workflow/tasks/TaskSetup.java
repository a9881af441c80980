package org.jiesu.workflow.tasks;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jiesu.access.Action;
import org.jiesu.access.Reach;
import org.jiesu.access.Role;
import org.jiesu.cases.CaseEvent;
import org.jiesu.cases.CaseView;
import org.jiesu.cases.Cases;
import org.jiesu.cases.Handlers;
import org.jiesu.deadlines.Deadlines;
import org.jiesu.deadlines.Light;
import org.jiesu.platform.Staff;
import org.jiesu.workflow.engine.EngineAccess;
import org.jiesu.workflow.engine.ModelProperties;
import org.springframework.stereotype.Component;

/** Gives every new user task its group and holder (DMN {@code responsibility}), its due date and its light. */
@Component
class TaskSetup implements TaskListener {

    /** Extension property of a user task: the case event that its opening is. */
    private static final String OPENS = "opens";

    private final Cases cases;
    private final Deadlines deadlines;
    private final ResponsibilityRules responsibility;

    TaskSetup(Cases cases, Deadlines deadlines, ResponsibilityRules responsibility) {
        this.cases = cases;
        this.deadlines = deadlines;
        this.responsibility = responsibility;
    }

    @Override
    public void notify(DelegateTask task) {
        String caseNumber = task.getExecution().getProcessBusinessKey();
        CaseView view = cases.view(caseNumber);
        responsibility.roles(view, task.getTaskDefinitionKey(), pass(task)).forEach(role -> assign(task, view, role));
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

    /** Which of several passes of a sequential multi-instance task this is. */
    private static int pass(DelegateTask task) {
        Object loop = task.getVariable("loopCounter");
        return loop instanceof Integer counter ? counter + 1 : 1;
    }

    private static void assign(DelegateTask task, CaseView view, String role) {
        switch (role) {
            case "handler" -> {
                offer(task, view, Handlers.unitOf(view));
                if (view.handler() != null) {
                    task.setAssignee(view.handler());
                }
            }
            case "unit" -> offer(task, view, Handlers.unitOf(view));
            case "unit-head" -> offer(task, view, Handlers.unitOf(view) + "-head");
            case "assisting-unit" -> offer(task, view, (String) task.getVariable("assistingUnit"));
            case "instructed" -> instruct(task, view, (String) task.getVariable("instructedUnit"));
            case "answering" -> offer(task, view, (String) task.getVariable("answeringGroup"));
            case "clock-approver" ->
                Stream.of(((String) task.getVariable("approver")).split(","))
                        .map(String::strip)
                        .forEach(approver -> offer(task, view, approver));
            default -> offer(task, view, role);
        }
    }

    /** A leader named a unit, then its head may hand the task on, or a person. */
    private static void instruct(DelegateTask task, CaseView view, String unit) {
        if (unit != null) {
            offer(task, view, unit);
            offer(task, view, unit + "-head");
        }
        Optional.ofNullable((String) task.getVariable("instructedPerson")).ifPresent(task::setAssignee);
    }

    /** Work on a case that is kept from a group goes to the director instead, so that nobody waits for the blind. */
    private static void offer(DelegateTask task, CaseView view, String group) {
        Set<Role> roles = Role.of(new Staff(group, group, Set.of(group), view.institution()));
        boolean sees = !view.secret() || Action.WORK.reach(roles) == Reach.SECRET;
        String offered = sees ? group : "director";
        if (task.getCandidates().stream().noneMatch(link -> offered.equals(link.getGroupId()))) {
            task.addCandidateGroup(offered);
        }
    }
}
