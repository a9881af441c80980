package org.jiesu.workflow.tasks;

import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jiesu.cases.Exclusions;
import org.springframework.beans.factory.ObjectProvider;

/** The same scope for a task that is addressed by its id. */
class ScopedChecker extends AuthorizationCommandChecker {

    private final ObjectProvider<Exclusions> exclusions;

    ScopedChecker(ObjectProvider<Exclusions> exclusions) {
        this.exclusions = exclusions;
    }

    @Override
    public void checkReadTask(TaskEntity task) {
        super.checkReadTask(task);
        requireMine(task);
    }

    @Override
    public void checkReadTaskVariable(TaskEntity task) {
        super.checkReadTaskVariable(task);
        requireMine(task);
    }

    @Override
    public void checkUpdateTaskVariable(TaskEntity task) {
        super.checkUpdateTaskVariable(task);
        requireMine(task);
    }

    @Override
    public void checkTaskWork(TaskEntity task) {
        super.checkTaskWork(task);
        requireMine(task);
    }

    @Override
    public void checkTaskAssign(TaskEntity task) {
        super.checkTaskAssign(task);
        requireMine(task);
    }

    private void requireMine(TaskEntity task) {
        var context = Context.getCommandContext();
        Authentication user = context.getAuthentication();
        if (user == null || !context.isAuthorizationCheckEnabled()) {
            return;
        }
        boolean mine = user.getUserId().equals(task.getAssignee())
                || task.getCandidates().stream()
                        .anyMatch(link ->
                                user.getGroupIds() != null && user.getGroupIds().contains(link.getGroupId()));
        if (!mine || hidden(user, task)) {
            throw new AuthorizationException("无权办理该任务");
        }
    }

    private boolean hidden(Authentication user, TaskEntity task) {
        Set<String> hidden = exclusions.getObject().from(user.getUserId());
        return !hidden.isEmpty() && hidden.contains(task.getProcessInstance().getBusinessKey());
    }
}
