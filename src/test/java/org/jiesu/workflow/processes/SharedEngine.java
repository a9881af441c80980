package org.jiesu.workflow.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;

/**
 * The one in-memory engine of all process tests: real models and forms, no job executor, and behind every service task
 * a stub that says it was called and leaves the flags that the test names.
 */
final class SharedEngine {

    /** Process id → its model. */
    static final Map<String, BpmnModelInstance> MODELS = readModels();

    /** Every sequence flow that any test took, as {@code process/flow}. */
    static final Set<String> TAKEN_FLOWS = new TreeSet<>();

    /** Service tasks in the order in which they ran, since {@link #forget()}. */
    static final List<String> CALLED = new ArrayList<>();

    /** User tasks in the order in which they opened, since {@link #forget()}. */
    static final List<String> OPENED = new ArrayList<>();

    /** Bean name → what the stub leaves behind as variables. */
    static final Map<String, Map<String, ?>> ANSWERS = new HashMap<>();

    static final ProcessEngine ENGINE = build();

    private SharedEngine() {}

    /** Makes the stubs forget one test before the next. */
    static void forget() {
        CALLED.clear();
        OPENED.clear();
        ANSWERS.clear();
    }

    private static Map<String, BpmnModelInstance> readModels() {
        return files("processes", ".bpmn").stream()
                .map(file -> Bpmn.readModelFromFile(file.toFile()))
                .collect(Collectors.toMap(
                        model -> model.getModelElementsByType(Process.class)
                                .iterator()
                                .next()
                                .getId(),
                        model -> model));
    }

    private static ProcessEngine build() {
        var engine = new StandaloneInMemProcessEngineConfiguration();
        engine.setProcessEngineName("process-tests");
        engine.setJdbcUrl("jdbc:h2:mem:process-tests;DB_CLOSE_DELAY=-1");
        engine.setHistory(ProcessEngineConfiguration.HISTORY_ACTIVITY);
        engine.setJobExecutorActivate(false);
        engine.setMetricsEnabled(false);
        engine.setCmmnEnabled(false);
        engine.setEnableExceptionsAfterUnhandledBpmnError(true);
        engine.setBeans(new HashMap<>(stubs()));
        engine.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(new Recorder())));
        ProcessEngine built = engine.buildProcessEngine();
        var deployment = built.getRepositoryService().createDeployment().name("process-tests");
        Stream.concat(files("processes", ".bpmn").stream(), files("forms", ".form").stream())
                .forEach(file -> deployment.addString(file.getFileName().toString(), read(file)));
        deployment.deploy();
        return built;
    }

    private static Map<String, Object> stubs() {
        return MODELS.values().stream()
                .flatMap(model -> model.getModelElementsByType(ServiceTask.class).stream())
                .map(task -> task.getCamundaDelegateExpression().replaceAll("[${}]", ""))
                .distinct()
                .collect(Collectors.toMap(bean -> bean, SharedEngine::stub));
    }

    private static JavaDelegate stub(String bean) {
        return execution -> {
            CALLED.add(execution.getCurrentActivityId());
            execution.setVariables(ANSWERS.getOrDefault(bean, Map.of()));
        };
    }

    private static List<Path> files(String folder, String suffix) {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** History knows the nodes a case passed, but neither the flows nor the order within one moment. */
    private static final class Recorder extends AbstractBpmnParseListener {

        @Override
        public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl flow) {
            var process = (ProcessDefinitionEntity) scope.getProcessDefinition();
            String id = process.getKey() + "/" + flow.getId();
            flow.addListener(ExecutionListener.EVENTNAME_TAKE, (ExecutionListener) execution -> TAKEN_FLOWS.add(id));
        }

        @Override
        public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
            ((UserTaskActivityBehavior) activity.getActivityBehavior())
                    .getTaskDefinition()
                    .addTaskListener(TaskListener.EVENTNAME_CREATE, (TaskListener)
                            task -> OPENED.add(task.getTaskDefinitionKey()));
        }
    }
}
