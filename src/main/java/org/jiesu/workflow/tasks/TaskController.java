package org.jiesu.workflow.tasks;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jiesu.access.Action;
import org.jiesu.access.Needs;
import org.jiesu.cases.CaseAccess;
import org.jiesu.cases.CaseView;
import org.jiesu.cases.Cases;
import org.jiesu.deadlines.Deadlines;
import org.jiesu.deadlines.Deadlines.TaskDue;
import org.jiesu.deadlines.Light;
import org.jiesu.platform.CurrentStaff;
import org.jiesu.shared.BadInput;
import org.jiesu.shared.ChinaTime;
import org.jiesu.shared.NotFound;
import org.jiesu.workflow.engine.EngineAccess;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What Tasklist needs of tasks beyond the engine's REST API, and completion of several at once. */
@RestController
@RequestMapping("/api/tasks")
class TaskController {

    private static final int MOST = 200;

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final EngineAccess access;
    private final Cases cases;
    private final CaseAccess rights;
    private final CurrentStaff staff;
    private final Deadlines deadlines;
    private final ObjectMapper json;

    TaskController(
            TaskService tasks,
            RuntimeService runtime,
            RepositoryService repository,
            EngineAccess access,
            Cases cases,
            CaseAccess rights,
            CurrentStaff staff,
            Deadlines deadlines,
            ObjectMapper json) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.repository = repository;
        this.access = access;
        this.cases = cases;
        this.rights = rights;
        this.staff = staff;
        this.deadlines = deadlines;
        this.json = json;
    }

    /**
     * @param dueAt the task's due date
     * @param clockDueAt that of the clock it hangs on, where the task is due earlier; the light is the clock's
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Card(
            String taskId,
            String taskKey,
            String taskName,
            String caseNumber,
            String kindName,
            String matter,
            OffsetDateTime dueAt,
            OffsetDateTime clockDueAt,
            Light light,
            String lightLabel,
            boolean provisional) {}

    /** The query is the user's own: a task outside the user's scope is not found. */
    @GetMapping("/{taskId}")
    @Needs(Action.DO_TASKS)
    Card card(@PathVariable String taskId) {
        return Optional.ofNullable(tasks.createTaskQuery().taskId(taskId).singleResult())
                .flatMap(this::card)
                .orElseThrow(() -> new NotFound("没有这个任务"));
    }

    record Wanted(List<String> taskIds) {}

    @PostMapping("/cards")
    @Needs(Action.DO_TASKS)
    List<Card> cards(@RequestBody Wanted wanted) {
        List<String> ids = Optional.ofNullable(wanted.taskIds()).orElse(List.of());
        requireFew(ids, "taskIds");
        if (ids.isEmpty()) {
            return List.of();
        }
        return tasks.createTaskQuery().taskIdIn(ids.toArray(String[]::new)).list().stream()
                .sorted(Comparator.comparing(task -> ids.indexOf(task.getId())))
                .flatMap(task -> card(task).stream())
                .toList();
    }

    record Batch(List<Item> items) {}

    record Item(String taskId, Map<String, JsonNode> variables) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Done(String taskId, boolean ok, String message) {}

    /** Each item in its own transaction: one refusal does not hold up the others. */
    @PostMapping("/batch")
    @Needs(Action.DO_TASKS)
    List<Done> batch(@RequestBody Batch batch) {
        List<Item> items = Optional.ofNullable(batch.items()).orElse(List.of());
        requireFew(items, "items");
        if (items.stream().anyMatch(item -> item == null || item.taskId() == null)) {
            throw new BadInput("items", "每一项须写明任务编号“taskId”");
        }
        return items.stream().map(this::complete).toList();
    }

    private Done complete(Item item) {
        try {
            Map<String, Object> variables = new HashMap<>();
            Optional.ofNullable(item.variables())
                    .orElse(Map.of())
                    .forEach((key, given) -> variables.put(key, json.convertValue(given, Object.class)));
            if (tasks.createTaskQuery().taskId(item.taskId()).count() == 0) {
                return new Done(item.taskId(), false, "没有这个任务");
            }
            tasks.complete(item.taskId(), variables);
            return new Done(item.taskId(), true, null);
        } catch (FormFieldValidationException e) {
            return new Done(item.taskId(), false, e.getMessage());
        } catch (AuthorizationException e) {
            return new Done(item.taskId(), false, "无权办理该任务");
        } catch (ProcessEngineException e) {
            return new Done(item.taskId(), false, "该任务刚被他人办理，请刷新后重试");
        }
    }

    private static void requireFew(List<?> list, String field) {
        if (list.size() > MOST) {
            throw new BadInput(field, "一次最多 " + MOST + " 项");
        }
    }

    private Optional<Card> card(Task task) {
        String caseNumber = access.asSystem(() -> runtime.createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult()
                .getBusinessKey());
        return cases.find(caseNumber)
                .filter(view -> rights.may(Action.READ_CASE, staff.get(), view))
                .map(view -> card(task, view));
    }

    private Card card(Task task, CaseView view) {
        String caseNumber = view.caseNumber();
        Optional<TaskDue> due = due(task, caseNumber);
        Light light = due.map(TaskDue::light).orElse(Light.NORMAL);
        OffsetDateTime clockDueAt = due.map(TaskDue::clockDueAt)
                .filter(at -> !EngineAccess.date(at).equals(task.getDueDate()))
                .map(ChinaTime::of)
                .orElse(null);
        return new Card(
                task.getId(),
                task.getTaskDefinitionKey(),
                task.getName(),
                caseNumber,
                view.kind().label(),
                view.facts().matter(),
                task.getDueDate() == null
                        ? null
                        : ChinaTime.of(task.getDueDate().toInstant()),
                clockDueAt,
                light,
                light.label(),
                due.map(TaskDue::provisional).orElse(false));
    }

    private Optional<TaskDue> due(Task task, String caseNumber) {
        return access.asSystem(() -> {
            UserTask element = repository
                    .getBpmnModelInstance(task.getProcessDefinitionId())
                    .getModelElementById(task.getTaskDefinitionKey());
            return TaskClock.due(
                    deadlines.dates(caseNumber), element, variable -> tasks.getVariable(task.getId(), variable));
        });
    }
}
