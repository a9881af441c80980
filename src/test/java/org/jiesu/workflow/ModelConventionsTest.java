package org.jiesu.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.RequiredDecisionReference;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.jiesu.workflow.ModelConventions.Surroundings;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("模型约定")
class ModelConventionsTest {

    private static final Surroundings PROJECT = Surroundings.ofTheProject();
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final Pattern CAMEL_CASE = Pattern.compile("[a-z][A-Za-z0-9]*");
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @MethodSource("processes")
    @DisplayName("流程模型符合约定")
    void processesKeepTheConventions(Path model) {
        assertThat(ModelConventions.violations(model, PROJECT)).isEmpty();
    }

    static List<Path> processes() throws IOException {
        return files("processes", ".bpmn");
    }

    @ParameterizedTest
    @MethodSource("decisions")
    @DisplayName("决策表符合约定")
    void decisionsKeepTheConventions(Path table) {
        DmnModelInstance model = Dmn.readModelFromFile(table.toFile());
        List<String> violations = new ArrayList<>();
        List<Decision> decisions = List.copyOf(model.getModelElementsByType(Decision.class));
        if (decisions.size() != 1 || !table.endsWith(decisions.get(0).getId() + ".dmn")) {
            violations.add("answer one question in it and name the file like the id of the decision");
        }
        decisions.forEach(decision -> {
            if (!CHINESE.matcher(decision.getName()).find()) {
                violations.add(decision.getId() + ": name it with a Chinese question");
            }
            if (decision.getCamundaHistoryTimeToLiveString() == null) {
                violations.add(decision.getId() + ": set camunda:historyTimeToLive");
            }
        });
        if (!model.getModelElementsByType(RequiredDecisionReference.class).isEmpty()) {
            violations.add("ask one decision after the other in Java instead of chaining them");
        }
        // Answers are remembered: they depend on the inputs and on nothing else.
        model.getModelElementsByType(Text.class).stream()
                .map(Text::getTextContent)
                .filter(text -> text.contains("now()") || text.contains("today()"))
                .forEach(text -> violations.add("give the date as an input instead of asking for it: " + text));
        model.getModelElementsByType(Input.class).stream()
                .filter(input -> input.getLabel() == null
                        || !CHINESE.matcher(input.getLabel()).find())
                .forEach(input -> violations.add(input.getId() + ": label the input in Chinese"));
        model.getModelElementsByType(Rule.class).stream()
                .filter(rule -> rule.getDescription() == null
                        || rule.getDescription().getTextContent().isBlank())
                .forEach(rule -> violations.add(rule.getId() + ": give the legal basis as the rule's annotation"));
        assertThat(violations).as(table.toString()).isEmpty();
    }

    static List<Path> decisions() throws IOException {
        return files("decisions", ".dmn");
    }

    @ParameterizedTest
    @MethodSource("forms")
    @DisplayName("表单符合约定")
    void formsKeepTheConventions(Path file) throws IOException {
        JsonNode form = JSON.readTree(file.toFile());
        List<String> violations = new ArrayList<>();
        String id = form.path("id").asText();
        if (!file.endsWith(id + ".form")) {
            violations.add("name the file like the form's id: " + id + ".form");
        }
        if (!form.path("executionPlatform").asText().equals("Camunda Platform")) {
            violations.add("set executionPlatform to Camunda Platform");
        }
        if (!formsOfUserTasks().contains(id)) {
            violations.add("no user task uses it: bind it with camunda:formRef or delete it");
        }
        form.findParents("key").stream().map(component -> (JsonNode) component).forEach(field -> {
            String key = field.path("key").asText();
            String label = field.path("label").asText(field.path("dateLabel").asText());
            if (!CAMEL_CASE.matcher(key).matches()) {
                violations.add(key + ": write the key in camelCase, like a variable");
            }
            if (!CHINESE.matcher(label).find()) {
                violations.add(key + ": label the field in Chinese");
            }
            if (Set.of("filepicker", "checkbox").contains(field.path("type").asText())) {
                violations.add(key + ": filepicker breaks the form and a checkbox can't be left open; use radio");
            }
        });
        assertThat(violations).as(file.toString()).isEmpty();
    }

    static List<Path> forms() throws IOException {
        return files("forms", ".form");
    }

    @ParameterizedTest(name = "{1} → {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "termination|id=\"termination\"|id=\"stopping\"|name the file like the process id",
                "termination|camunda:historyTimeToLive=\"P3650D\"||set camunda:historyTimeToLive",
                "termination|modeler:executionPlatform=\"Camunda Platform\"||set modeler:executionPlatform",
                "termination|isExecutable=\"true\"||set isExecutable",
                "termination|Task_DecideTermination|Activity_1qf8v3c|give it an id that says what it is",
                "termination|Task_DecideTermination|Task_decide_it|give it an id that says what it is",
                "complaint-handling|Flow_Declined|Flow_1qf8v3c|give it an id that says what it is",
                "complaint-handling|name=\"PartiesSettled\"|name=\"Settled\"|name the message like its id",
                "termination|name=\"决定终止调解\"||give it a Chinese name",
                "termination|name=\"决定终止调解\"|name=\"Decide\"|write it in Chinese",
                "complaint-handling|name=\"材料齐全？\"|name=\"材料齐全\"|let its name be a question",
                "termination|camunda:formRef=\"decide-termination\"|camunda:formRef=\"other\"|set camunda:formRef=",
                "termination|camunda:formRefBinding=\"deployment\"|camunda:formRefBinding=\"latest\"|camunda:formRefBinding=",
                "termination|Task_DecideTermination|Task_DoSomething|write its form: forms/do-something.form",
                "termination|Task_DecideTermination|Task_DoSomething|write what its form means: class DoSomethingCompletion",
                "termination|Task_DecideTermination|Task_DoSomething|say who does it: a row for feicheng",
                "termination|<bpmn:documentation>核实并选定|<bpmn:documentation/><bpmn:documentation>核实|in Chinese, what to decide",
                "termination|value=\"terminationNotice\"|value=\"notice\"|not in the closed list of clocks: notice",
                "termination|value=\"TERMINATION_OPENED\"|value=\"OPENED\"|names no CaseEvent: OPENED",
                "termination|camunda:formRef=|camunda:candidateGroups=\"legal\" camunda:formRef=|remove camunda:candidateGroups",
                "termination|${issueTerminationDelegate}|${other}|set camunda:delegateExpression=",
                "termination|Task_IssueTermination|Task_IssueOther|write what it does: class IssueOtherDelegate",
                "complaint-handling|${urgent}|${bean.urgent(execution)}|表达式只允许",
                "complaint-handling|camunda:variableName=\"urgent\" ||name the one variable",
                "complaint-handling|${cutOffAt}|P45D|let the timer read a date from a variable",
                "complaint-handling|${cutOffAt}|2026-07-15T00:00:00|let the timer read a date from a variable",
                "complaint-handling|calledElement=\"termination\"|calledElement=\"stopping\"|draw processes/stopping.bpmn",
                "complaint-handling|businessKey=\"#{execution.processBusinessKey}\"|source=\"a\"|pass the case number on",
                "complaint-handling|<camunda:in source=\"round\" target=\"round\" />|<camunda:in variables=\"all\" />|one by one",
                "consultation|value=\"ANSWERED\"|value=\"DONE\"|its outcome is no code of org.jiesu.cases.Outcome: DONE",
                "consultation|name=\"outcome\"|name=\"other\"|it ends the case, so say how",
                "consultation|bpmn:terminateEventDefinition|bpmn:other|make it a terminate end event",
                "termination|bpmnElement=\"Task_DecideTermination\"|bpmnElement=\"Gone\"|draw it"
            })
    @DisplayName("每条约定都能查出违反者")
    void everyConventionBites(String process, String good, String bad, String complaint) throws IOException {
        String model = Files.readString(Path.of("processes", process + ".bpmn"));
        assertThat(model).contains(good);
        assertThat(ModelConventions.violations(process + ".bpmn", model, PROJECT))
                .noneMatch(violation -> violation.contains(complaint));

        String worse = model.replace(good, bad == null ? "" : bad);

        assertThat(ModelConventions.violations(process + ".bpmn", worse, PROJECT))
                .anyMatch(violation -> violation.contains(complaint));
    }

    private static Set<String> formsOfUserTasks() throws IOException {
        return processes().stream()
                .flatMap(file -> Bpmn.readModelFromFile(file.toFile()).getModelElementsByType(UserTask.class).stream())
                .map(UserTask::getCamundaFormRef)
                .collect(Collectors.toSet());
    }

    private static List<Path> files(String folder, String suffix) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }
}
