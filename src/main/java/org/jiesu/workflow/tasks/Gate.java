package org.jiesu.workflow.tasks;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.CommandChecker;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jiesu.access.Action;
import org.jiesu.cases.CaseAccess;
import org.jiesu.cases.Cases;
import org.jiesu.cases.FilledField;
import org.jiesu.cases.Steps;
import org.jiesu.deadlines.Deadlines;
import org.jiesu.notices.OutgoingTexts;
import org.jiesu.platform.CurrentStaff;
import org.jiesu.platform.Staff;
import org.jiesu.platform.StaffDirectory;
import org.jiesu.shared.BadInput;
import org.jiesu.shared.Refusal;
import org.jiesu.workflow.engine.EngineAccess;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Stands before every completion of a user task, whoever calls: Tasklist, engine REST or Java. It checks the right, then
 * the form, lets the task's {@link Completion} act on the record, keeps the form with the case, and hands the engine
 * nothing but flags and dates. All of it happens in one transaction, or nothing does.
 */
@Component
public class Gate {

    private static final String DONE_ALREADY = "该任务已经办理或者有了变动，本次提交没有生效，请刷新后再看";

    private final ObjectProvider<ProcessEngineConfigurationImpl> configuration;
    private final ObjectProvider<Map<String, Completion>> completions;
    private final ObjectProvider<Cases> cases;
    private final ObjectProvider<CaseAccess> rights;
    private final ObjectProvider<OutgoingTexts> outgoing;
    private final ObjectProvider<Steps> steps;
    private final ObjectProvider<Deadlines> deadlines;
    private final EngineAccess access;
    private final StaffDirectory directory;
    private final CurrentStaff current;
    private final PlatformTransactionManager transactions;
    private final ObjectMapper json;
    private final Map<String, FormSchema> schemas = new ConcurrentHashMap<>();

    Gate(
            ObjectProvider<ProcessEngineConfigurationImpl> configuration,
            ObjectProvider<Map<String, Completion>> completions,
            ObjectProvider<Cases> cases,
            ObjectProvider<CaseAccess> rights,
            ObjectProvider<OutgoingTexts> outgoing,
            ObjectProvider<Steps> steps,
            ObjectProvider<Deadlines> deadlines,
            EngineAccess access,
            StaffDirectory directory,
            CurrentStaff current,
            PlatformTransactionManager transactions,
            ObjectMapper json) {
        this.configuration = configuration;
        this.completions = completions;
        this.cases = cases;
        this.rights = rights;
        this.outgoing = outgoing;
        this.steps = steps;
        this.deadlines = deadlines;
        this.access = access;
        this.directory = directory;
        this.current = current;
        this.transactions = transactions;
        this.json = json;
    }

    /** Runs {@code complete} with what the engine may know, after everything that has to come before it. */
    <T> T pass(String taskId, Map<String, Object> submitted, Function<Map<String, Object>, T> complete) {
        try {
            return new TransactionTemplate(transactions).execute(s -> {
                oneAfterAnother(taskId);
                TaskEntity task = checkedTask(taskId);
                if (task == null) {
                    throw new Refusal(DONE_ALREADY);
                }
                return asActor(task, staff -> complete(task, staff, submitted, complete));
            });
        } catch (FormFieldValidationException e) {
            throw e;
        } catch (RuntimeException e) {
            throw refused(e);
        }
    }

    /** The second of two clicks waits here for the first, and then finds the task done. */
    private void oneAfterAnother(String taskId) {
        new JdbcTemplate(engine().getDataSource())
                .queryForList("select id_ from act_ru_task where id_ = ? for update", String.class, taskId);
    }

    private <T> T complete(
            TaskEntity task, Staff actor, Map<String, Object> submitted, Function<Map<String, Object>, T> complete) {
        String caseNumber = access.asSystem(() -> engine().getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult()
                .getBusinessKey());
        requireRight(actor, caseNumber);
        claimFor(actor, task);
        FormSchema schema = schema(task);
        Map<String, FilledField> fields = schema.read(submitted == null ? Map.of() : submitted);
        outgoing.getObject().check(caseNumber, task.getTaskDefinitionKey(), fields.values());
        FilledForm form =
                new FilledForm(caseNumber, actor, fields, schema.labels(), variable -> variable(task, variable));
        // First kept, then acted upon: papers made by the act are written from what was filled in.
        steps.getObject().record(caseNumber, task.getTaskDefinitionKey(), task.getName(), form.fields());
        Map<String, Object> flags =
                new HashMap<>(completion(task.getTaskDefinitionKey()).complete(form));
        deadlines.getObject().dates(caseNumber).timers().forEach((name, at) -> flags.put(name, EngineAccess.date(at)));
        return complete.apply(flags);
    }

    /** Holding a task is not enough: the right to the case may have gone since, as with another unit or a recusal. */
    private void requireRight(Staff actor, String caseNumber) {
        boolean person = !actor.userId().equals(CurrentStaff.SYSTEM);
        if (person
                && !rights.getObject()
                        .reaches(Action.WORK, actor, cases.getObject().view(caseNumber))) {
            throw new AuthorizationException("无权办理该任务");
        }
    }

    private Object variable(TaskEntity task, String name) {
        return access.asSystem(() -> taskService().getVariable(task.getId(), name));
    }

    /** The right comes before the form: a stranger learns nothing of its fields. */
    private TaskEntity checkedTask(String taskId) {
        return engine().getCommandExecutorTxRequired().execute(context -> {
            TaskEntity task = context.getTaskManager().findTaskById(taskId);
            if (task != null) {
                for (CommandChecker checker : engine().getCommandCheckers()) {
                    checker.checkTaskWork(task);
                }
            }
            return task;
        });
    }

    private <T> T asActor(TaskEntity task, Function<Staff, T> work) {
        Authentication user = engine().getIdentityService().getCurrentAuthentication();
        Staff staff = user == null
                ? current.find().orElseGet(() -> new Staff(CurrentStaff.SYSTEM, "系统", Set.of(), task.getTenantId()))
                : directory.find(user.getUserId()).orElseThrow(() -> new Refusal("当前用户不存在"));
        return current.runAs(staff, () -> work.apply(staff));
    }

    private void claimFor(Staff actor, TaskEntity task) {
        if (actor.userId().equals(CurrentStaff.SYSTEM)) {
            return;
        }
        if (task.getAssignee() == null) {
            access.asSystem(() -> taskService().setAssignee(task.getId(), actor.userId()));
        } else if (!task.getAssignee().equals(actor.userId())) {
            String holder = directory.find(task.getAssignee()).map(Staff::name).orElse(task.getAssignee());
            throw new Refusal("该任务正由“" + holder + "”办理");
        }
    }

    private FormSchema schema(TaskEntity task) {
        return schemas.computeIfAbsent(
                task.getProcessDefinitionId() + "/" + task.getTaskDefinitionKey(), key -> readSchema(task.getId()));
    }

    private FormSchema readSchema(String taskId) {
        return access.asSystem(() -> {
            try (InputStream form = formService().getDeployedTaskForm(taskId)) {
                return new FormSchema(json.readTree(form));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private Completion completion(String taskKey) {
        String verbObject = taskKey.substring(taskKey.indexOf('_') + 1);
        String bean = Character.toLowerCase(verbObject.charAt(0)) + verbObject.substring(1) + "Completion";
        Completion completion = completions.getObject().get(bean);
        if (completion == null) {
            throw new IllegalStateException("User task " + taskKey + " needs a bean " + bean);
        }
        return completion;
    }

    /** The type that engine REST answers with 400 and Tasklist shows; a refusal may come wrapped by the engine. */
    private static RuntimeException refused(RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal || cause instanceof BadInput) {
                return new FormFieldValidationException("REFUSED", cause.getMessage());
            }
            if (cause instanceof OptimisticLockingException || cause instanceof ConcurrencyFailureException) {
                return new FormFieldValidationException("REFUSED", DONE_ALREADY);
            }
        }
        return e;
    }

    private ProcessEngineConfigurationImpl engine() {
        return configuration.getObject();
    }

    private TaskService taskService() {
        return engine().getTaskService();
    }

    private FormService formService() {
        return engine().getFormService();
    }
}
