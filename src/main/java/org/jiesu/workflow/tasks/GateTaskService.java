package org.jiesu.workflow.tasks;

import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.task.Comment;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jiesu.workflow.engine.EngineAccess;

/** The engine's task service behind the gate: every completion passes it, and what would go round it is refused. */
class GateTaskService extends TaskServiceImpl {

    private static final String ONLY_THE_FORM = "请通过表单办理该任务";

    private final Gate gate;
    private final EngineAccess access;

    GateTaskService(Gate gate, EngineAccess access) {
        this.gate = gate;
        this.access = access;
    }

    @Override
    public void complete(String taskId) {
        complete(taskId, null);
    }

    @Override
    public void complete(String taskId, Map<String, Object> variables) {
        gate.pass(taskId, variables, flags -> {
            super.complete(taskId, flags);
            return null;
        });
    }

    @Override
    public VariableMap completeWithVariablesInReturn(
            String taskId, Map<String, Object> variables, boolean deserializeValues) {
        return gate.pass(
                taskId, variables, flags -> super.completeWithVariablesInReturn(taskId, flags, deserializeValues));
    }

    /** A clerk claims for herself; handing a task to somebody else is for the unit head, through the case. */
    @Override
    public void claim(String taskId, String userId) {
        Authentication user = commandExecutor.execute(context -> context.getAuthentication());
        if (user != null && userId != null && !user.getUserId().equals(userId)) {
            throw new AuthorizationException("只能为自己认领任务");
        }
        super.claim(taskId, userId);
    }

    /** Giving a task back needs no permission of its own for the one who holds it. */
    @Override
    public void setAssignee(String taskId, String userId) {
        Authentication user = commandExecutor.execute(context -> context.getAuthentication());
        if (user != null && userId == null && holds(user.getUserId(), taskId)) {
            access.asSystem(() -> super.setAssignee(taskId, null));
        } else {
            super.setAssignee(taskId, userId);
        }
    }

    private boolean holds(String userId, String taskId) {
        Task task = createTaskQuery().taskId(taskId).singleResult();
        return task != null && userId.equals(task.getAssignee());
    }

    @Override
    public void resolveTask(String taskId) {
        throw new BadUserRequestException(ONLY_THE_FORM);
    }

    @Override
    public void resolveTask(String taskId, Map<String, Object> variables) {
        throw new BadUserRequestException(ONLY_THE_FORM);
    }

    @Override
    public void delegateTask(String taskId, String userId) {
        throw new BadUserRequestException("不能委派任务；变更承办人请由单位负责人办理");
    }

    @Override
    public void handleBpmnError(String taskId, String errorCode) {
        throw new BadUserRequestException(ONLY_THE_FORM);
    }

    @Override
    public void handleBpmnError(String taskId, String errorCode, String errorMessage) {
        throw new BadUserRequestException(ONLY_THE_FORM);
    }

    @Override
    public void handleBpmnError(String taskId, String errorCode, String errorMessage, Map<String, Object> variables) {
        throw new BadUserRequestException(ONLY_THE_FORM);
    }

    @Override
    public void handleEscalation(String taskId, String escalationCode) {
        throw new BadUserRequestException(ONLY_THE_FORM);
    }

    @Override
    public void handleEscalation(String taskId, String escalationCode, Map<String, Object> variables) {
        throw new BadUserRequestException(ONLY_THE_FORM);
    }

    @Override
    public Comment createComment(String taskId, String processInstanceId, String message) {
        throw new BadUserRequestException("不能在任务上写备注；请使用办件中的联系记录");
    }

    @Override
    public void addComment(String taskId, String processInstanceId, String message) {
        throw new BadUserRequestException("不能在任务上写备注；请使用办件中的联系记录");
    }
}
