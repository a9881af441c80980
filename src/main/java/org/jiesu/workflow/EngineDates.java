package org.jiesu.workflow;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.TimerCatchIntermediateEventJobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.TimerExecuteNestedActivityJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jiesu.deadlines.Deadlines;
import org.jiesu.deadlines.Light;
import org.jiesu.shared.ChinaTime;
import org.jiesu.workflow.engine.EngineAccess;
import org.jiesu.workflow.tasks.TaskClock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Every date that the engine holds of a case, beside what the ledger says: variables, timers, due dates and lights of
 * open tasks. What follows the ledger and what checks that it was followed are one and the same list.
 */
@Component
class EngineDates {

    /** What holds a date in the engine; the light of a task is its priority. */
    enum Kind {
        VARIABLE,
        TIMER,
        TASK,
        PRIORITY
    }

    /**
     * One date as ledger and engine have it; null where there is none.
     *
     * @param differs whether the engine is wrong; a light that the checkpoint of today is still to move is not
     */
    record Held(
            String processInstanceId,
            String processName,
            Kind kind,
            String name,
            String ledger,
            String engine,
            boolean differs) {}

    /** A place in the engine, what it holds, what it should hold, and how to put that there. */
    private record Place(
            ProcessInstance instance, Kind kind, String id, String name, Object ledger, Object engine, Runnable align) {

        boolean same() {
            return Objects.equals(ledger, engine);
        }
    }

    private static final String LOST = "丢失";

    private final ObjectProvider<ProcessEngineConfigurationImpl> engine;
    private final EngineAccess access;
    private final Deadlines deadlines;
    private final Clock clock;
    /** Per process definition: id of a timer's element → the variable it reads. */
    private final Map<String, Map<String, String>> timerVariables = new ConcurrentHashMap<>();

    EngineDates(
            ObjectProvider<ProcessEngineConfigurationImpl> engine,
            EngineAccess access,
            Deadlines deadlines,
            Clock clock) {
        this.engine = engine;
        this.access = access;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** Puts everywhere what the ledger says. */
    void follow(String caseNumber) {
        inEngine(context -> {
            places(context, caseNumber, false).stream()
                    .filter(place -> !place.same())
                    .forEach(place -> place.align().run());
            return null;
        });
    }

    /** All dates of a case, the wrong ones first. */
    List<Held> compare(String caseNumber) {
        return inEngine(context -> {
            List<Place> places = places(context, caseNumber, true);
            return places.stream()
                    .map(place -> held(place, wrong(place, places)))
                    .sorted(Comparator.comparing(Held::differs).reversed())
                    .toList();
        });
    }

    /** Puts right what is wrong; answers what it was. */
    List<Held> repair(String caseNumber) {
        return inEngine(context -> {
            List<Place> places = places(context, caseNumber, true);
            List<Place> wrong =
                    places.stream().filter(place -> wrong(place, places)).toList();
            wrong.forEach(place -> place.align().run());
            return wrong.stream().map(place -> held(place, true)).toList();
        });
    }

    private <T> T inEngine(Command<T> work) {
        return access.asSystem(
                () -> engine.getObject().getCommandExecutorTxRequired().execute(work));
    }

    private boolean wrong(Place place, List<Place> all) {
        if (place.same()) {
            return false;
        }
        LocalDateTime now = LocalDateTime.now(clock);
        // A checkpoint that has come is about to fire: passing over it would lose what hangs on it.
        if (place.id().equals(Deadlines.CHECKPOINT_TIMER)
                && place.engine() instanceof Date at
                && !at.after(EngineAccess.date(now))) {
            return false;
        }
        Date tomorrow = EngineAccess.date(now.toLocalDate().plusDays(1).atStartOfDay());
        return place.kind() != Kind.PRIORITY
                || all.stream()
                        .filter(other ->
                                other.kind() == Kind.TIMER && other.id().equals(Deadlines.CHECKPOINT_TIMER))
                        .noneMatch(checkpoint -> checkpoint.engine() instanceof Date at && at.before(tomorrow));
    }

    /** Lost timers are looked for at rest only: in the middle of a step the engine's own tree is not yet whole. */
    private List<Place> places(CommandContext context, String caseNumber, boolean atRest) {
        Deadlines.Dates dates = deadlines.dates(caseNumber);
        Map<String, Date> timers = dates.timers().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, timer -> plain(EngineAccess.date(timer.getValue()))));
        List<Place> places = new ArrayList<>();
        for (ProcessInstance instance : instances(caseNumber)) {
            ExecutionEntity execution = context.getExecutionManager().findExecutionById(instance.getId());
            timers.keySet().stream()
                    .sorted()
                    .filter(execution::hasVariableLocal)
                    .forEach(variable -> places.add(new Place(
                            instance,
                            Kind.VARIABLE,
                            variable,
                            variable,
                            timers.get(variable),
                            plain((Date) execution.getVariableLocal(variable)),
                            () -> execution.setVariableLocal(variable, timers.get(variable)))));
            List<TimerEntity> jobs = jobs(context, instance);
            timers(instance, jobs, timers).forEach(places::add);
            context.getTaskManager().findTasksByProcessInstanceId(instance.getId()).stream()
                    .flatMap(task -> places(instance, task, dates))
                    .forEach(places::add);
            if (atRest) {
                lost(context, instance, jobs, timers).forEach(places::add);
            }
        }
        return places;
    }

    private List<ProcessInstance> instances(String caseNumber) {
        return engine.getObject()
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .list();
    }

    private Stream<Place> timers(ProcessInstance instance, List<TimerEntity> jobs, Map<String, Date> timers) {
        Map<String, String> variables = variablesOfTimers(instance.getProcessDefinitionId());
        return jobs.stream()
                .filter(timer -> variables.containsKey(timer.getActivityId()))
                .map(timer -> {
                    String variable = variables.get(timer.getActivityId());
                    return new Place(
                            instance,
                            Kind.TIMER,
                            variable,
                            name(instance, timer.getActivityId()),
                            timers.get(variable),
                            plain(timer.getDuedate()),
                            () -> timer.setDuedate(timers.get(variable)));
                });
    }

    private static List<TimerEntity> jobs(CommandContext context, ProcessInstance instance) {
        return context.getJobManager().findJobsByProcessInstanceId(instance.getId()).stream()
                .filter(TimerEntity.class::isInstance)
                .map(TimerEntity.class::cast)
                .toList();
    }

    private Stream<Place> lost(
            CommandContext context, ProcessInstance instance, List<TimerEntity> jobs, Map<String, Date> timers) {
        Map<String, String> variables = variablesOfTimers(instance.getProcessDefinitionId());
        Set<String> there = jobs.stream().map(TimerEntity::getActivityId).collect(Collectors.toSet());
        return scopes(context, instance).entrySet().stream()
                .flatMap(scope -> TimerDeclarationImpl.getDeclarationsForScope(scope.getKey()).values().stream()
                        .filter(EngineDates::staysUntilItFires)
                        .filter(timer -> variables.containsKey(timer.getActivityId()))
                        .filter(timer -> !there.contains(timer.getActivityId()))
                        .map(timer -> {
                            String variable = variables.get(timer.getActivityId());
                            return new Place(
                                    instance,
                                    Kind.TIMER,
                                    variable,
                                    name(instance, timer.getActivityId()),
                                    timers.get(variable),
                                    null,
                                    () -> timer.createTimerInstance(scope.getValue()));
                        }));
    }

    /** Everything that a process instance is inside of now, with the execution that stands for it. */
    private static Map<ScopeImpl, ExecutionEntity> scopes(CommandContext context, ProcessInstance instance) {
        Map<ScopeImpl, ExecutionEntity> scopes = new HashMap<>();
        context.getExecutionManager().findExecutionsByProcessInstanceId(instance.getId()).stream()
                .filter(execution -> execution.getActivity() != null
                        && !execution.isEventScope()
                        && execution.getNonEventScopeExecutions().isEmpty())
                .forEach(leaf -> leaf.createActivityExecutionMapping()
                        .forEach((scope, execution) -> scopes.put(scope, (ExecutionEntity) execution)));
        return scopes;
    }

    /** A timer that does not interrupt is gone once it has fired; one of these is only gone when it was lost. */
    private static boolean staysUntilItFires(TimerDeclarationImpl timer) {
        return timer.getJobHandlerType().equals(TimerCatchIntermediateEventJobHandler.TYPE)
                || timer.getJobHandlerType().equals(TimerExecuteNestedActivityJobHandler.TYPE)
                        && timer.isInterruptingTimer();
    }

    private Stream<Place> places(ProcessInstance instance, TaskEntity task, Deadlines.Dates dates) {
        UserTask element = (UserTask) task.getBpmnModelElementInstance();
        var due = TaskClock.due(dates, element, task::getVariable);
        Date dueAt = due.map(Deadlines.TaskDue::dueAt)
                .map(EngineAccess::date)
                .map(EngineDates::plain)
                .orElse(null);
        int urgency = due.map(Deadlines.TaskDue::light).orElse(Light.NORMAL).urgency();
        return Stream.of(
                new Place(instance, Kind.TASK, task.getId(), task.getName(), dueAt, plain(task.getDueDate()), () -> {
                    task.setDueDate(dueAt);
                    task.triggerUpdateEvent();
                }),
                new Place(instance, Kind.PRIORITY, task.getId(), task.getName(), urgency, task.getPriority(), () -> {
                    task.setPriority(urgency);
                    task.triggerUpdateEvent();
                }));
    }

    private Map<String, String> variablesOfTimers(String definitionId) {
        return timerVariables.computeIfAbsent(
                definitionId, id -> model(id).getModelElementsByType(TimeDate.class).stream()
                        .collect(Collectors.toMap(
                                date -> ((BaseElement) flowElement(date)).getId(),
                                date -> date.getTextContent().strip().replaceAll("[${}]", ""))));
    }

    private static FlowElement flowElement(TimeDate date) {
        return (FlowElement) date.getParentElement().getParentElement();
    }

    private BpmnModelInstance model(String definitionId) {
        return engine.getObject().getRepositoryService().getBpmnModelInstance(definitionId);
    }

    private String name(ProcessInstance instance, String elementId) {
        FlowElement element = model(instance.getProcessDefinitionId()).getModelElementById(elementId);
        return element.getName() == null ? elementId : element.getName();
    }

    private Held held(Place place, boolean differs) {
        String process = model(place.instance().getProcessDefinitionId())
                .getModelElementsByType(Process.class)
                .iterator()
                .next()
                .getName();
        String engineValue = place.engine() == null && place.kind() == Kind.TIMER ? LOST : shown(place.engine());
        return new Held(
                place.instance().getId(),
                process,
                place.kind(),
                place.name(),
                shown(place.ledger()),
                engineValue,
                differs);
    }

    private static String shown(Object held) {
        if (held instanceof Date date) {
            return ChinaTime.of(date.toInstant()).toString();
        }
        return held instanceof Integer urgency ? Light.ofUrgency(urgency).label() : null;
    }

    /** The database's dates are of a kind that equals no other. */
    private static Date plain(Date date) {
        return date == null ? null : Date.from(Instant.ofEpochMilli(date.getTime()));
    }
}
