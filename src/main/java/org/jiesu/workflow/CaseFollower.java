package org.jiesu.workflow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.jiesu.cases.AssistanceAsked;
import org.jiesu.cases.CaseClosed;
import org.jiesu.cases.CaseDisposed;
import org.jiesu.cases.CaseKind;
import org.jiesu.cases.CaseOpened;
import org.jiesu.cases.CaseView;
import org.jiesu.cases.Cases;
import org.jiesu.cases.ComplaintGivenUp;
import org.jiesu.cases.HandlerNamed;
import org.jiesu.cases.Handlers;
import org.jiesu.cases.InstructionGiven;
import org.jiesu.cases.RoundOpened;
import org.jiesu.cases.StaffRecused;
import org.jiesu.deadlines.ClocksChanged;
import org.jiesu.deadlines.Deadlines;
import org.jiesu.supervision.CaseDrawn;
import org.jiesu.supervision.SupervisionNoticeIssued;
import org.jiesu.workflow.engine.EngineAccess;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What we tell the engine when something happens to a case; always in the transaction of what happened. */
@Component
class CaseFollower {

    private static final String SUPERVISION = "case-supervision";
    private static final String ASSISTANCE = "assistance";
    /** Instances of their own that end with the case. */
    private static final Set<String> ENDING_WITH_IT =
            Set.of(ASSISTANCE, Beside.INSTRUCTION, Beside.SUPERVISION_ANSWER, Beside.EXTENSION);

    private final ObjectProvider<RuntimeService> runtime;
    private final ObjectProvider<TaskService> tasks;
    private final ObjectProvider<HistoryService> history;
    private final EngineAccess access;
    private final Cases cases;
    private final Deadlines deadlines;
    private final CaseInstances instances;

    CaseFollower(
            ObjectProvider<RuntimeService> runtime,
            ObjectProvider<TaskService> tasks,
            ObjectProvider<HistoryService> history,
            EngineAccess access,
            Cases cases,
            Deadlines deadlines,
            CaseInstances instances) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.history = history;
        this.access = access;
        this.cases = cases;
        this.deadlines = deadlines;
        this.instances = instances;
    }

    /** No record without its process: both are there when the transaction ends, or neither. */
    @EventListener
    void on(CaseOpened opened) {
        CaseView view = cases.view(opened.caseNumber());
        instances.start(view, process(view.kind()), view.kind() == CaseKind.CLUE ? entryOfClue(view) : null, Map.of());
        instances.start(view, SUPERVISION);
    }

    /** The unit that found it verifies it; what the centre finds before any unit is named is dispatched first. */
    private static String entryOfClue(CaseView view) {
        return view.handlingUnit() == null ? "CallActivity_Dispatching" : "Task_Verify";
    }

    /** Another round is entered at dispatch, whatever was decided before. */
    @EventListener
    void on(RoundOpened opened) {
        CaseView view = cases.view(opened.caseNumber());
        String entry =
                switch (view.kind()) {
                    case COMPLAINT -> "SubProcess_Handle";
                    case REPORT, CLUE -> "CallActivity_Dispatching";
                    case CONSULTATION, GENERAL -> null;
                };
        instances.start(view, process(view.kind()), entry, Map.of());
        supervise(view);
    }

    private void supervise(CaseView view) {
        if (instances.of(view.caseNumber(), Set.of(SUPERVISION)).isEmpty()) {
            instances.start(view, SUPERVISION);
        }
    }

    /** A closed case is watched as long as something about it has a date: what an inspection found has to be put right. */
    @EventListener
    void on(ClocksChanged changed) {
        CaseView view = cases.view(changed.caseNumber());
        if (view.open()) {
            return;
        }
        access.asSystem(() -> {
            if (deadlines.running(view.caseNumber())) {
                supervise(view);
            } else {
                waiting(view.caseNumber(), "CaseClosed").forEach(supervision -> runtime.getObject()
                        .messageEventReceived(supervision.getEventName(), supervision.getExecutionId()));
            }
        });
    }

    private static String process(CaseKind kind) {
        return switch (kind) {
            case COMPLAINT -> "complaint-handling";
            case REPORT, CLUE -> "report-handling";
            case CONSULTATION, GENERAL -> "consultation";
        };
    }

    @EventListener
    void on(AssistanceAsked asked) {
        instances.start(cases.view(asked.caseNumber()), ASSISTANCE, null, Map.of("assistingUnit", asked.unit()));
    }

    /** The date is a clock of the case, so that it is urged like any other. */
    @EventListener
    void on(InstructionGiven given) {
        int run = deadlines.set(given.caseNumber(), Beside.INSTRUCTION, given.dueOn(), "局领导批示");
        Map<String, Object> instruction = new HashMap<>();
        instruction.put("instructedUnit", given.unit());
        instruction.put("instructedPerson", given.person());
        instruction.put("instructedBy", given.leader());
        instruction.put("clockRun", run);
        instances.start(cases.view(given.caseNumber()), Beside.INSTRUCTION, null, instruction);
    }

    @EventListener
    void on(SupervisionNoticeIssued issued) {
        Map<String, Object> answer = Map.of("answeringGroup", issued.answeredBy(), "clockRun", issued.clockRun());
        instances.start(cases.view(issued.caseNumber()), Beside.SUPERVISION_ANSWER, null, answer);
    }

    /** An inspection looks at open and closed cases, and outlives the case. */
    @EventListener
    void on(CaseDrawn drawn) {
        instances.start(cases.view(drawn.caseNumber()), Beside.INSPECTION);
    }

    /** Ends the handling where the process still waits for such a message; elsewhere the record alone knows. */
    @EventListener
    void on(ComplaintGivenUp givenUp) {
        access.asSystem(() ->
                waiting(givenUp.caseNumber(), givenUp.settled() ? "PartiesSettled" : "ComplaintWithdrawn").stream()
                        .findFirst()
                        .or(() -> waiting(givenUp.caseNumber(), "ComplaintWithdrawn").stream()
                                .findFirst())
                        .ifPresent(subscription -> {
                            String reason = givenUp.settled() ? "SETTLED" : "WITHDRAWN";
                            runtime.getObject()
                                    .setVariables(
                                            subscription.getProcessInstanceId(), Map.of("terminationReason", reason));
                            runtime.getObject()
                                    .messageEventReceived(subscription.getEventName(), subscription.getExecutionId());
                        }));
    }

    private List<EventSubscription> waiting(String caseNumber, String message) {
        return instances.of(caseNumber).stream()
                .flatMap(instance -> runtime
                        .getObject()
                        .createEventSubscriptionQuery()
                        .eventType("message")
                        .eventName(message)
                        .processInstanceId(instance.getId())
                        .list()
                        .stream())
                .toList();
    }

    /** Unit tasks that were held by the former handler go to the new one. */
    @EventListener
    void on(HandlerNamed named) {
        CaseView view = cases.view(named.caseNumber());
        access.asSystem(() -> tasks.getObject()
                .createTaskQuery()
                .processInstanceBusinessKey(named.caseNumber())
                .taskCandidateGroup(Handlers.unitOf(view))
                .includeAssignedTasks()
                .list()
                .forEach(task -> tasks.getObject().setAssignee(task.getId(), named.handler())));
    }

    /** What the recused person had claimed is free for colleagues; what was theirs alone goes to the head of the unit. */
    @EventListener
    void on(StaffRecused recused) {
        CaseView view = cases.view(recused.caseNumber());
        access.asSystem(() -> tasks.getObject()
                .createTaskQuery()
                .processInstanceBusinessKey(recused.caseNumber())
                .taskAssignee(recused.userId())
                .list()
                .forEach(task -> {
                    tasks.getObject().setAssignee(task.getId(), null);
                    if (tasks.getObject().getIdentityLinksForTask(task.getId()).isEmpty()) {
                        tasks.getObject().addCandidateGroup(task.getId(), Handlers.unitOf(view) + "-head");
                    }
                }));
    }

    /** What the engine remembers of a destroyed case goes with it; one that still runs is not destroyed. */
    @EventListener
    void on(CaseDisposed disposed) {
        access.asSystem(() -> {
            List<String> remembered = history
                    .getObject()
                    .createHistoricProcessInstanceQuery()
                    .processInstanceBusinessKey(disposed.caseNumber())
                    .list()
                    .stream()
                    .map(HistoricProcessInstance::getId)
                    .toList();
            if (!remembered.isEmpty()) {
                history.getObject().deleteHistoricProcessInstances(remembered);
            }
        });
    }

    /** A case that ends, ends everything of it. */
    @EventListener
    void on(CaseClosed closed) {
        access.asSystem(() -> instances.of(closed.caseNumber(), ENDING_WITH_IT).forEach(beside -> runtime.getObject()
                .deleteProcessInstance(beside.getId(), "办件已办结")));
    }
}
