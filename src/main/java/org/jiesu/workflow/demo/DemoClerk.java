package org.jiesu.workflow.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.jiesu.platform.Staff;
import org.jiesu.platform.StaffDirectory;
import org.jiesu.workflow.engine.EngineAccess;
import org.jiesu.workflow.rehearsal.RehearsalFile;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Does the next task of a case as its clerk would, through the gate, with the form's first choices. */
@Component
@Profile("demo")
class DemoClerk {

    /** Stands beside the path of a case and is left for the visitor of the demo. */
    private static final String BESIDE = "Task_SendInterimReply";

    private static final String TEXT = "示例：已电话联系双方了解情况，按程序办理。";

    private final TaskService tasks;
    private final FormService forms;
    private final StaffDirectory directory;
    private final EngineAccess access;
    private final ObjectMapper json;
    private final Clock clock;

    DemoClerk(
            TaskService tasks,
            FormService forms,
            StaffDirectory directory,
            EngineAccess access,
            ObjectMapper json,
            Clock clock) {
        this.tasks = tasks;
        this.forms = forms;
        this.directory = directory;
        this.access = access;
        this.json = json;
        this.clock = clock;
    }

    /** Finishes the oldest open task, until the one to stop at is open; answers whether there was one to finish. */
    boolean work(String caseNumber, String stopAt) {
        List<Task> open = access.asSystem(() -> tasks.createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .orderByTaskCreateTime()
                .asc()
                .list());
        Optional<Task> next = open.stream()
                .filter(task -> !BESIDE.equals(task.getTaskDefinitionKey()))
                .findFirst();
        if (next.isEmpty()
                || open.stream().anyMatch(task -> task.getTaskDefinitionKey().equals(stopAt))) {
            return false;
        }
        Task task = next.get();
        Map<String, Object> filled = access.asSystem(() -> filled(task));
        directory.runAs(clerk(task), () -> {
            tasks.complete(task.getId(), filled);
            return null;
        });
        return true;
    }

    /**
     * Does a task again as it was done elsewhere; what was written there is replaced by what the form asks for. Answers
     * why it could not be done.
     */
    Optional<String> redo(String caseNumber, String taskKey, Map<String, Object> values) {
        Optional<Task> open =
                tasks
                        .createTaskQuery()
                        .processInstanceBusinessKey(caseNumber)
                        .taskDefinitionKey(taskKey)
                        .list()
                        .stream()
                        .findFirst();
        if (open.isEmpty()) {
            return Optional.of("这里没有走到这一步");
        }
        Task task = open.get();
        Map<String, Object> filled = filled(task);
        values.forEach((key, value) -> {
            if (!RehearsalFile.REPLACED.equals(value)) {
                filled.put(key, value);
            }
        });
        try {
            directory.runAs(clerk(task), () -> {
                tasks.complete(task.getId(), filled);
                return null;
            });
            return Optional.empty();
        } catch (ProcessEngineException e) {
            return Optional.of(e.getMessage());
        }
    }

    private Staff clerk(Task task) {
        String group = access.asSystem(() -> tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(id -> id != null)
                .sorted()
                .findFirst()
                .orElseThrow());
        return Optional.ofNullable(task.getAssignee())
                .flatMap(directory::find)
                .or(() -> directory.find(group))
                .or(() -> directory.members(group).stream().findFirst())
                .orElseThrow();
    }

    private Map<String, Object> filled(Task task) {
        Map<String, Object> filled = new HashMap<>();
        try (InputStream form = forms.getDeployedTaskForm(task.getId())) {
            fill(json.readTree(form).path("components"), filled);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (task.getTaskDefinitionKey().equals("Task_SignIn")) {
            String head = clerk(task).userId();
            filled.put("handler", head.replaceFirst("-head$", ""));
        }
        return filled;
    }

    private void fill(JsonNode components, Map<String, Object> filled) {
        for (JsonNode component : components) {
            fill(component.path("components"), filled);
            if (component.path("validate").path("required").asBoolean()) {
                filled.put(component.path("key").asText(), first(component));
            }
        }
    }

    private Object first(JsonNode component) {
        JsonNode choice = component.path("values").path(0).path("value");
        return switch (component.path("type").asText()) {
            case "radio", "select" -> choice.asText();
            case "taglist", "checklist" -> List.of(choice.asText());
            case "number" -> 1;
            case "datetime" -> LocalDate.now(clock).toString();
            default -> TEXT;
        };
    }
}
