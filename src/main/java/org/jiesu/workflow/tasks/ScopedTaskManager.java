package org.jiesu.workflow.tasks;

import java.util.List;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;

/**
 * Adds "of my groups, or mine" to every task query of a signed-in user, so that Tasklist, its filters and engine REST
 * show the same, without one authorization row per task.
 */
class ScopedTaskManager extends TaskManager {

    @Override
    public List<Task> findTasksByQueryCriteria(TaskQueryImpl query) {
        return super.findTasksByQueryCriteria(scoped(query));
    }

    @Override
    public long findTaskCountByQueryCriteria(TaskQueryImpl query) {
        return super.findTaskCountByQueryCriteria(scoped(query));
    }

    private TaskQueryImpl scoped(TaskQueryImpl query) {
        Authentication user = getCommandContext().getAuthentication();
        if (user == null || !getCommandContext().isAuthorizationCheckEnabled()) {
            return query;
        }
        TaskQuery mine = query.or();
        if (user.getGroupIds() != null && !user.getGroupIds().isEmpty()) {
            mine = mine.taskCandidateGroupIn(user.getGroupIds()).includeAssignedTasks();
        }
        return (TaskQueryImpl) mine.taskAssignee(user.getUserId()).endOr();
    }
}
