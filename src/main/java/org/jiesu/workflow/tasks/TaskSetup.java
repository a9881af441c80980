package org.jiesu.workflow.tasks;

import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jiesu.cases.CaseEvent;
import org.jiesu.cases.CaseView;
import org.jiesu.cases.Cases;
import org.jiesu.deadlines.Deadlines;
import org.jiesu.deadlines.Light;
import org.jiesu.workflow.engine.EngineAccess;
import org.jiesu.workflow.engine.ModelProperties;
import org.springframework.stereotype.Component;

/** Gives every new user task its group and holder (DMN {@code responsibility}), its due date and its light. */
@Component
class TaskSetup implements TaskListener {

    /** Extension property of a user task: the clock whose due date it carries. */
    static final String CLOCK = "clock";

    /** Extension property of a user task: the variable with the run of that clock, where several run at once. */
    private static final String RUN = "run";

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
        deadlines
                .taskDue(
                        caseNumber,
                        ModelProperties.of(element, CLOCK).orElse(""),
                        ModelProperties.of(element, RUN)
                                .map(variable -> (Integer) task.getVariable(variable))
                                .orElse(null))
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
                task.addCandidateGroup(unit(view));
                if (view.handler() != null) {
                    task.setAssignee(view.handler());
                }
            }
            case "unit" -> task.addCandidateGroup(unit(view));
            case "unit-head" ->
                task.addCandidateGroup(view.handlingUnit() == null ? "centre-head" : view.handlingUnit() + "-head");
            case "assisting-unit" -> task.addCandidateGroup((String) task.getVariable("assistingUnit"));
            case "instructed" -> instruct(task, (String) task.getVariable("instructedUnit"));
            case "answering" -> task.addCandidateGroup((String) task.getVariable("answeringGroup"));
            case "clock-approver" ->
                Stream.of(((String) task.getVariable("approver")).split(","))
                        .map(String::strip)
                        .forEach(approver -> task.addCandidateGroup(approver));
            default -> task.addCandidateGroup(role);
        }
    }

    /** A leader named a unit, then its head may hand the task on, or a person. */
    private static void instruct(DelegateTask task, String unit) {
        if (unit != null) {
            task.addCandidateGroup(unit);
            task.addCandidateGroup(unit + "-head");
        }
        Optional.ofNullable((String) task.getVariable("instructedPerson")).ifPresent(task::setAssignee);
    }

    /** Before a unit is named, the centre holds the case. */
    private static String unit(CaseView view) {
        return view.handlingUnit() == null ? "centre" : view.handlingUnit();
    }
}
