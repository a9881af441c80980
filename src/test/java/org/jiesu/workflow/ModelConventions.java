package org.jiesu.workflow;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jiesu.cases.CaseEvent;
import org.jiesu.cases.Outcome;
import org.jiesu.workflow.engine.ModelCheck;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/**
 * The conventions of {@code processes/*.bpmn} (names, forms, beans, expressions, layout). Each violation says where it
 * is and what to do about it.
 */
final class ModelConventions {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final String MODELER = "http://camunda.org/schema/modeler/1.0";

    /** The closed list of clock names: they stand in URLs, rows and models. */
    private static final Set<String> CLOCKS = Set.of(
            "acceptance",
            "supplement",
            "channelReturn",
            "channelReply",
            "outOfRemitNotice",
            "dispatch",
            "return",
            "inspection",
            "handling",
            "mediation",
            "statutoryMediation",
            "terminationDecision",
            "terminationNotice",
            "verification",
            "caseReview",
            "statement",
            "decision",
            "statutoryDecision",
            "decisionService",
            "filingNotice",
            "advertisingReport",
            "reporterFeedback",
            "agreed",
            "leaderReading",
            "instruction",
            "rectification",
            "supervisionAnswer",
            "followUp",
            "rewardDecision",
            "response",
            "arrival",
            "proposal",
            "forward",
            "reply",
            "feedback",
            "odrSettlement");

    private static final Map<String, String> ID_PREFIXES = Map.ofEntries(
            Map.entry("startEvent", "StartEvent_"),
            Map.entry("endEvent", "EndEvent_"),
            Map.entry("boundaryEvent", "BoundaryEvent_"),
            Map.entry("intermediateCatchEvent", "Event_"),
            Map.entry("intermediateThrowEvent", "Event_"),
            Map.entry("userTask", "Task_"),
            Map.entry("serviceTask", "Task_"),
            Map.entry("businessRuleTask", "Task_"),
            Map.entry("callActivity", "CallActivity_"),
            Map.entry("subProcess", "SubProcess_"),
            Map.entry("exclusiveGateway", "Gateway_"),
            Map.entry("inclusiveGateway", "Gateway_"),
            Map.entry("parallelGateway", "Gateway_"),
            Map.entry("eventBasedGateway", "Gateway_"),
            Map.entry("sequenceFlow", "Flow_"),
            Map.entry("message", "Message_"),
            Map.entry("error", "Error_"));

    private static final Pattern PASCAL_CASE = Pattern.compile("[A-Z][A-Za-z0-9]*");
    private static final Pattern GENERATED_FLOW = Pattern.compile("Flow_[0-9][a-z0-9]{6}");
    private static final Pattern KEBAB_CASE = Pattern.compile("[a-z]+(-[a-z]+)*");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{[a-z][A-Za-z]*}");
    private static final String CASE_NUMBER = "#{execution.processBusinessKey}";
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final int SHORTEST_DOCUMENTATION = 20;

    private static final List<String> DUTY_ATTRIBUTES =
            List.of("assignee", "candidateGroups", "candidateUsers", "dueDate", "followUpDate", "priority");

    /** What a model may refer to: names of forms, classes and processes, and the tasks that somebody is responsible for. */
    record Surroundings(Set<String> forms, Set<String> classes, Set<String> processes, Set<String> assignedTasks) {

        static Surroundings ofTheProject() {
            return new Surroundings(
                    names("forms", ".form"),
                    names("src/main/java", ".java"),
                    names("processes", ".bpmn"),
                    tasksOfFeicheng(Path.of("decisions", "responsibility.dmn")));
        }

        private static Set<String> names(String folder, String suffix) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                return files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(suffix))
                        .map(name -> name.substring(0, name.length() - suffix.length()))
                        .collect(Collectors.toSet());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Set<String> tasksOfFeicheng(Path table) {
            return elements(parse(read(table))).stream()
                    .filter(element -> element.getLocalName().equals("rule"))
                    .map(rule -> rule.getTextContent())
                    .filter(rule -> rule.contains("\"feicheng\""))
                    .flatMap(rule -> Pattern.compile("\"(Task_[A-Za-z0-9]+)\"")
                            .matcher(rule)
                            .results())
                    .map(task -> task.group(1))
                    .collect(Collectors.toSet());
        }
    }

    private final Surroundings around;
    private final String file;
    private final String xml;
    private final List<Element> elements;
    private final List<String> violations = new ArrayList<>();

    private ModelConventions(String file, String xml, Surroundings around) {
        this.file = file;
        this.xml = xml;
        this.around = around;
        this.elements = elements(parse(xml));
    }

    static List<String> violations(Path model, Surroundings around) {
        return violations(model.getFileName().toString(), read(model), around);
    }

    static List<String> violations(String file, String xml, Surroundings around) {
        ModelConventions conventions = new ModelConventions(file, xml, around);
        conventions.check();
        return conventions.violations;
    }

    private void check() {
        checkFile();
        ModelCheck.faults(file, xml.getBytes(StandardCharsets.UTF_8), bean -> true)
                .forEach(fault -> report(null, fault));
        for (Element element : elements) {
            if (BPMN.equals(element.getNamespaceURI())) {
                checkId(element);
                checkName(element);
                switch (element.getLocalName()) {
                    case "userTask" -> checkUserTask(element);
                    case "serviceTask" -> checkServiceTask(element);
                    case "callActivity" -> checkCallActivity(element);
                    case "endEvent" -> checkEndEvent(element);
                    case "timerEventDefinition" -> checkTimer(element);
                    case "conditionalEventDefinition" -> checkConditionalEvent(element);
                    default -> {}
                }
            }
        }
        checkLayout();
    }

    private void checkFile() {
        List<Element> processes = all("process");
        if (processes.size() != 1) {
            report(null, "holds " + processes.size() + " processes; give every process its own file");
            return;
        }
        Element process = processes.get(0);
        String id = process.getAttribute("id");
        if (!KEBAB_CASE.matcher(id).matches() || !file.equals(id + ".bpmn")) {
            report(process, "name the file like the process id, in kebab-case: " + id + ".bpmn");
        }
        if (process.getAttributeNS(CAMUNDA, "historyTimeToLive").isEmpty()) {
            report(process, "set camunda:historyTimeToLive; the archive keeps ten years: P3650D");
        }
        if (!process.getAttribute("isExecutable").equals("true")) {
            report(process, "set isExecutable=\"true\", or the engine ignores the process");
        }
        Element definitions = process.getOwnerDocument().getDocumentElement();
        if (!definitions.getAttributeNS(MODELER, "executionPlatform").equals("Camunda Platform")
                || !definitions
                        .getAttributeNS(MODELER, "executionPlatformVersion")
                        .startsWith("7.")) {
            report(
                    null,
                    "set modeler:executionPlatform=\"Camunda Platform\" and modeler:executionPlatformVersion, or the"
                            + " Modeler opens it for another engine");
        }
    }

    private void checkId(Element element) {
        String prefix = ID_PREFIXES.get(element.getLocalName());
        if (prefix == null) {
            return;
        }
        String id = element.getAttribute("id");
        boolean generated = element.getLocalName().equals("sequenceFlow")
                && child(element, "conditionExpression").isEmpty()
                && GENERATED_FLOW.matcher(id).matches();
        boolean readable = id.startsWith(prefix)
                && PASCAL_CASE.matcher(id.substring(prefix.length())).matches();
        if (!readable && !generated) {
            report(element, "give it an id that says what it is: " + prefix + " and a meaning in PascalCase");
        }
        String name = element.getAttribute("name");
        if (element.getLocalName().equals("message") && !id.equals(prefix + name)) {
            report(element, "name the message like its id, after the business event: " + prefix + name);
        }
    }

    private void checkName(Element element) {
        String type = element.getLocalName();
        String name = element.getAttribute("name");
        boolean join = type.endsWith("Gateway") && children(element, "outgoing").size() == 1;
        boolean needsName = ID_PREFIXES.containsKey(type)
                && !Set.of("sequenceFlow", "message", "error").contains(type)
                && !join;
        boolean named = !name.isEmpty() && !Set.of("message", "error").contains(type);
        if (needsName && name.isEmpty()) {
            report(element, "give it a Chinese name: a task is 动宾, an event a state reached, a gateway a question");
        } else if (named && !CHINESE.matcher(name).find()) {
            report(element, "its name is read by clerks, so write it in Chinese: " + name);
        }
        if (type.endsWith("Gateway") && !join && !name.endsWith("？")) {
            report(element, "let its name be a question that the flows answer, ending in ？");
        }
        if (type.equals("sequenceFlow") && child(element, "conditionExpression").isPresent() && name.isEmpty()) {
            report(element, "name the flow with the answer it stands for");
        }
    }

    private void checkUserTask(Element task) {
        String id = task.getAttribute("id");
        String verbObject = id.replace("Task_", "");
        String form = verbObject.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase();
        if (!task.getAttributeNS(CAMUNDA, "formRef").equals(form)
                || !task.getAttributeNS(CAMUNDA, "formRefBinding").equals("deployment")) {
            report(task, "set camunda:formRef=\"" + form + "\" and camunda:formRefBinding=\"deployment\"");
        }
        if (!around.forms().contains(form)) {
            report(task, "write its form: forms/" + form + ".form");
        }
        if (!around.classes().contains(verbObject + "Completion")) {
            report(task, "write what its form means: class " + verbObject + "Completion in org.jiesu.workflow");
        }
        if (!around.assignedTasks().contains(id)) {
            report(task, "say who does it: a row for feicheng in decisions/responsibility.dmn");
        }
        String documentation = child(task, "documentation")
                .map(text -> text.getTextContent().strip())
                .orElse("");
        if (documentation.length() < SHORTEST_DOCUMENTATION
                || !CHINESE.matcher(documentation).find()) {
            report(task, "say in its documentation, in Chinese, what to decide and on what basis");
        }
        DUTY_ATTRIBUTES.stream()
                .filter(attribute -> task.hasAttributeNS(CAMUNDA, attribute))
                .forEach(attribute -> report(
                        task,
                        "remove camunda:" + attribute
                                + ": groups come from decisions/responsibility.dmn, dates from the property clock"));
        property(task, "clock")
                .filter(clock -> !CLOCKS.contains(clock))
                .ifPresent(clock -> report(task, "its clock is not in the closed list of clocks: " + clock));
        property(task, "opens")
                .filter(event -> Arrays.stream(CaseEvent.values())
                        .noneMatch(known -> known.name().equals(event)))
                .ifPresent(event -> report(task, "its property opens names no CaseEvent: " + event));
    }

    private void checkServiceTask(Element task) {
        String delegate = task.getAttribute("id").replace("Task_", "") + "Delegate";
        String bean = Character.toLowerCase(delegate.charAt(0)) + delegate.substring(1);
        if (!task.getAttributeNS(CAMUNDA, "delegateExpression").equals("${" + bean + "}")) {
            report(task, "set camunda:delegateExpression=\"${" + bean + "}\"");
        }
        if (!around.classes().contains(delegate)) {
            report(task, "write what it does: class " + delegate + " in org.jiesu.workflow");
        }
    }

    private void checkCallActivity(Element call) {
        String called = call.getAttribute("calledElement");
        if (!around.processes().contains(called)) {
            report(call, "it calls a process without a model: draw processes/" + called + ".bpmn");
        }
        List<Element> mappings = elements(call).stream()
                .filter(element -> CAMUNDA.equals(element.getNamespaceURI()))
                .toList();
        if (mappings.stream()
                .noneMatch(mapping -> mapping.getAttribute("businessKey").equals(CASE_NUMBER))) {
            report(call, "pass the case number on: <camunda:in businessKey=\"" + CASE_NUMBER + "\" />");
        }
        if (mappings.stream().anyMatch(mapping -> mapping.hasAttribute("variables"))) {
            report(call, "list the variables that it passes one by one instead of all");
        }
    }

    private void checkEndEvent(Element end) {
        Optional<String> outcome = property(end, "outcome");
        boolean terminates = child(end, "terminateEventDefinition").isPresent();
        boolean ofProcess = end.getParentNode().getLocalName().equals("process");
        if (outcome.isPresent() && !(terminates && ofProcess)) {
            report(
                    end,
                    "it closes the case, so make it a terminate end event of the process itself: all else ends too");
        }
        if (outcome.isEmpty() && terminates) {
            report(end, "it ends the case, so say how: property outcome with a code of org.jiesu.cases.Outcome");
        }
        outcome.filter(code -> Arrays.stream(Outcome.values())
                        .noneMatch(known -> known.name().equals(code)))
                .ifPresent(code -> report(end, "its outcome is no code of org.jiesu.cases.Outcome: " + code));
    }

    private void checkTimer(Element timer) {
        boolean readsVariable = child(timer, "timeDate")
                .map(date -> VARIABLE.matcher(date.getTextContent().strip()).matches())
                .orElse(false);
        if (!readsVariable) {
            report(
                    (Element) timer.getParentNode(),
                    "let the timer read a date from a variable, ${…At}: periods are rows of decisions/clocks.dmn");
        }
    }

    /** Asked at every change of any variable, a condition that stays true would fire again and again. */
    private void checkConditionalEvent(Element event) {
        if (!event.hasAttributeNS(CAMUNDA, "variableName")) {
            report(
                    (Element) event.getParentNode(),
                    "name the one variable whose setting it waits for: camunda:variableName");
        }
    }

    private void checkLayout() {
        Set<String> shapes = drawn("BPMNShape", "Bounds", 1);
        Set<String> edges = drawn("BPMNEdge", "waypoint", 2);
        elements.stream()
                .filter(element -> BPMN.equals(element.getNamespaceURI()))
                .filter(element -> ID_PREFIXES.containsKey(element.getLocalName()))
                .filter(element -> !Set.of("message", "error").contains(element.getLocalName()))
                .filter(element -> !(element.getLocalName().equals("sequenceFlow") ? edges : shapes)
                        .contains(element.getAttribute("id")))
                .forEach(element -> report(element, "draw it: open the file in Camunda Modeler and place it"));
    }

    private Set<String> drawn(String figure, String part, int parts) {
        return all(figure).stream()
                .filter(element -> children(element, part).size() >= parts)
                .map(element -> element.getAttribute("bpmnElement"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void report(Element element, String whatToDo) {
        String id = element == null ? "" : " " + element.getAttribute("id");
        violations.add("processes/" + file + id + ": " + whatToDo);
    }

    private List<Element> all(String localName) {
        return elements.stream()
                .filter(element -> element.getLocalName().equals(localName))
                .toList();
    }

    /** The element with an id of its own that this one belongs to. */
    private static Element owner(Element element) {
        Node node = element;
        while (node.getParentNode() instanceof Element parent
                && !ID_PREFIXES.containsKey(node.getLocalName())
                && !node.getLocalName().equals("process")) {
            node = parent;
        }
        return (Element) node;
    }

    private static Optional<String> property(Element element, String name) {
        return child(element, "extensionElements").stream()
                .flatMap(extension -> elements(extension).stream())
                .filter(property -> property.getLocalName().equals("property"))
                .filter(property -> property.getAttribute("name").equals(name))
                .map(property -> property.getAttribute("value"))
                .findFirst();
    }

    private static Optional<Element> child(Element element, String localName) {
        return children(element, localName).stream().findFirst();
    }

    private static List<Element> children(Element element, String localName) {
        return nodes(element.getChildNodes())
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .filter(child -> child.getLocalName().equals(localName))
                .toList();
    }

    private static Stream<Node> nodes(NodeList list) {
        return IntStream.range(0, list.getLength()).mapToObj(list::item);
    }

    private static List<Element> elements(Element root) {
        return Stream.concat(
                        Stream.of(root), nodes(root.getElementsByTagName("*")).map(Element.class::cast))
                .toList();
    }

    private static Element parse(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)))
                    .getDocumentElement();
        } catch (Exception e) {
            throw new IllegalArgumentException("not well-formed: " + e.getMessage(), e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
