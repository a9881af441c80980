package org.jiesu.workflow.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiesu.workflow.processes.SharedEngine.ENGINE;
import static org.jiesu.workflow.processes.SharedEngine.MODELS;
import static org.junit.jupiter.api.Assumptions.abort;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * Looks, after all process tests, at what they reached together. Alone it knows nothing and is skipped; that a whole
 * build can't skip it is assured by the process tests, which refuse to run after it.
 */
@Order(Integer.MAX_VALUE)
class ModelCoverageTest {

    private static final Set<String> RUN = new TreeSet<>();
    private static boolean checked;

    static void hasRun(Class<?> processTest) {
        RUN.add(processTest.getSimpleName());
    }

    static void assertNotYetChecked() {
        assertThat(checked)
                .as("ModelCoverageTest ran before a process test, so it missed it: keep its @Order and the class"
                        + " order in src/test/resources/junit-platform.properties")
                .isFalse();
    }

    @Test
    @DisplayName("流程测试走到了每个模型的每个节点和每条连线")
    void everyNodeAndFlowOfEveryModelIsReached() {
        checked = true;
        Set<String> missing = MODELS.keySet().stream()
                .map(ModelCoverageTest::testOf)
                .filter(test -> !RUN.contains(test))
                .collect(Collectors.toCollection(TreeSet::new));
        missing.forEach(ModelCoverageTest::assertExists);
        if (!missing.isEmpty()) {
            String why = "Coverage of the models not looked at, since these did not run before it: " + missing
                    + ". Run -Dtest='*ProcessTest,ModelCoverageTest' or mvn verify.";
            LoggerFactory.getLogger(ModelCoverageTest.class).warn(why);
            abort(why);
        }

        Set<String> unreached = MODELS.keySet().stream()
                .flatMap(process -> Stream.concat(unreachedNodes(process), untakenFlows(process)))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(unreached)
                .as("no process test reaches these; add a method for the path to the test named after the process")
                .isEmpty();
    }

    private static Stream<String> unreachedNodes(String process) {
        Set<String> reached = ENGINE.getHistoryService().createHistoricActivityInstanceQuery().list().stream()
                .filter(passed -> passed.getProcessDefinitionKey().equals(process))
                .map(passed -> passed.getActivityId())
                .collect(Collectors.toSet());
        return MODELS.get(process).getModelElementsByType(FlowNode.class).stream()
                .map(FlowNode::getId)
                .filter(id -> !reached.contains(id))
                .map(id -> process + "/" + id);
    }

    /** The engine goes from an event-based gateway to the event that happened without taking the flow between. */
    private static Stream<String> untakenFlows(String process) {
        return MODELS.get(process).getModelElementsByType(SequenceFlow.class).stream()
                .filter(flow -> !(flow.getSource() instanceof EventBasedGateway))
                .map(flow -> process + "/" + flow.getId())
                .filter(id -> !SharedEngine.TAKEN_FLOWS.contains(id));
    }

    private static String testOf(String process) {
        return Stream.of(process.split("-"))
                        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                        .collect(Collectors.joining())
                + "ProcessTest";
    }

    private static void assertExists(String test) {
        try {
            Class.forName(ModelCoverageTest.class.getPackageName() + "." + test);
        } catch (ClassNotFoundException e) {
            throw new AssertionError("A process has no test: write " + test + " beside " + ModelCoverageTest.class, e);
        }
    }
}
