package org.jiesu.workflow;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jiesu.deadlines.ClocksChanged;
import org.jiesu.deadlines.Deadlines;
import org.jiesu.deadlines.Light;
import org.jiesu.workflow.engine.EngineAccess;
import org.jiesu.workflow.engine.ModelProperties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The engine follows the ledger: after every change of a case's clocks, the variables that carry their dates, the
 * timers that stand at them and the due dates of open tasks move together, in the same transaction.
 */
@Component
public class ClockFollower {

    private final ObjectProvider<ProcessEngineConfigurationImpl> engine;
    private final EngineAccess access;
    private final Deadlines deadlines;
    /** Per process definition: id of a timer's element → the variable it reads. */
    private final Map<String, Map<String, String>> timerVariables = new ConcurrentHashMap<>();

    ClockFollower(ObjectProvider<ProcessEngineConfigurationImpl> engine, EngineAccess access, Deadlines deadlines) {
        this.engine = engine;
        this.access = access;
        this.deadlines = deadlines;
    }

    /** First of all who hear it: another may end an instance because of the same change. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(ClocksChanged changed) {
        follow(changed.caseNumber());
    }

    /** Brings variables, timers and tasks of a case in line with its ledger. */
    public void follow(String caseNumber) {
        Map<String, LocalDateTime> timers = deadlines.timers(caseNumber);
        access.asSystem(() -> instances(caseNumber).forEach(instance -> engine.getObject()
                .getCommandExecutorTxRequired()
                .execute(context -> {
                    move(context, instance, caseNumber, timers);
                    return null;
                })));
    }

    private List<ProcessInstance> instances(String caseNumber) {
        return engine.getObject()
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .list();
    }

    private void move(
            CommandContext context, ProcessInstance instance, String caseNumber, Map<String, LocalDateTime> timers) {
        ExecutionEntity execution = context.getExecutionManager().findExecutionById(instance.getId());
        timers.forEach((variable, at) -> {
            if (execution.hasVariableLocal(variable)) {
                execution.setVariableLocal(variable, EngineAccess.date(at));
            }
        });
        Map<String, String> variables = variablesOfTimers(instance.getProcessDefinitionId());
        context.getJobManager().findJobsByProcessInstanceId(instance.getId()).stream()
                .filter(TimerEntity.class::isInstance)
                .filter(timer -> variables.containsKey(timer.getActivityId()))
                .forEach(
                        timer -> timer.setDuedate(EngineAccess.date(timers.get(variables.get(timer.getActivityId())))));
        context.getTaskManager().findTasksByProcessInstanceId(instance.getId()).forEach(task -> move(task, caseNumber));
    }

    private void move(TaskEntity task, String caseNumber) {
        UserTask element = (UserTask) task.getBpmnModelElementInstance();
        var due = deadlines.taskDue(
                caseNumber,
                ModelProperties.of(element, "clock").orElse(""),
                ModelProperties.of(element, "run")
                        .map(variable -> (Integer) task.getVariable(variable))
                        .orElse(null));
        task.setDueDate(
                due.map(Deadlines.TaskDue::dueAt).map(EngineAccess::date).orElse(null));
        task.setPriority(due.map(Deadlines.TaskDue::light).orElse(Light.NORMAL).urgency());
        task.triggerUpdateEvent();
    }

    private Map<String, String> variablesOfTimers(String definitionId) {
        return timerVariables.computeIfAbsent(
                definitionId, id -> engine
                        .getObject()
                        .getRepositoryService()
                        .getBpmnModelInstance(id)
                        .getModelElementsByType(TimeDate.class)
                        .stream()
                        .collect(Collectors.toMap(
                                date -> ((BaseElement) flowElement(date)).getId(),
                                date -> date.getTextContent().strip().replaceAll("[${}]", ""))));
    }

    private static FlowElement flowElement(TimeDate date) {
        return (FlowElement) date.getParentElement().getParentElement();
    }
}
