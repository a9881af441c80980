package org.jiesu.workflow.tasks;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.jiesu.cases.Exclusions;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Adds "of my groups, or mine" to every task query of a signed-in user, so that Tasklist, its filters and engine REST
 * show the same, without one authorization row per task. Tasks of cases that the user must not see are left out.
 */
class ScopedTaskManager extends TaskManager {

    private final ObjectProvider<Exclusions> exclusions;

    ScopedTaskManager(ObjectProvider<Exclusions> exclusions) {
        this.exclusions = exclusions;
    }

    @Override
    public List<Task> findTasksByQueryCriteria(TaskQueryImpl query) {
        return seen(super.findTasksByQueryCriteria(scoped(query)));
    }

    /** The engine can't count "not of these cases"; the few users to whom it matters are counted one by one. */
    @Override
    public long findTaskCountByQueryCriteria(TaskQueryImpl query) {
        TaskQueryImpl scoped = scoped(query);
        return hidden().isEmpty()
                ? super.findTaskCountByQueryCriteria(scoped)
                : seen(super.findTasksByQueryCriteria(scoped)).size();
    }

    private List<Task> seen(List<Task> found) {
        Set<String> hidden = hidden();
        return hidden.isEmpty()
                ? found
                : found.stream()
                        .filter(task -> !hidden.contains(ScopedChecker.caseNumber(task)))
                        .toList();
    }

    private Set<String> hidden() {
        return isScoped()
                ? exclusions
                        .getObject()
                        .from(getCommandContext().getAuthentication().getUserId())
                : Set.of();
    }

    private boolean isScoped() {
        return getCommandContext().getAuthentication() != null
                && getCommandContext().isAuthorizationCheckEnabled();
    }

    private TaskQueryImpl scoped(TaskQueryImpl query) {
        if (!isScoped()) {
            return query;
        }
        Authentication user = getCommandContext().getAuthentication();
        TaskQuery mine = query.or();
        if (user.getGroupIds() != null && !user.getGroupIds().isEmpty()) {
            mine = mine.taskCandidateGroupIn(user.getGroupIds()).includeAssignedTasks();
        }
        return (TaskQueryImpl) mine.taskAssignee(user.getUserId()).endOr();
    }
}
