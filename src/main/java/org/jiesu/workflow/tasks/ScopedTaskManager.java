package org.jiesu.workflow.tasks;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.BadUserRequestException;
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
        if (query.getFirstResult() < 0 || query.getMaxResults() < 0) {
            throw new BadUserRequestException("firstResult 和 maxResults 不能小于 0");
        }
        Set<String> hidden = hiddenTasks();
        TaskQueryImpl scoped = scoped(query);
        return hidden.isEmpty() ? super.findTasksByQueryCriteria(scoped) : seen(scoped, hidden);
    }

    /** The engine can't count "not of these cases"; for the few users to whom it matters they are taken off. */
    @Override
    public long findTaskCountByQueryCriteria(TaskQueryImpl query) {
        Set<String> hidden = hiddenTasks();
        TaskQueryImpl scoped = scoped(query);
        return hidden.isEmpty()
                ? super.findTaskCountByQueryCriteria(scoped)
                : seen(scoped, hidden).size();
    }

    /** A page is cut after the hidden tasks are taken out, so that it is full and none of the others is lost. */
    private List<Task> seen(TaskQueryImpl scoped, Set<String> hidden) {
        int first = scoped.getFirstResult();
        int most = scoped.getMaxResults();
        scoped.setFirstResult(0);
        scoped.setMaxResults(Integer.MAX_VALUE);
        return super.findTasksByQueryCriteria(scoped).stream()
                .filter(task -> !hidden.contains(task.getId()))
                .skip(first)
                .limit(most)
                .toList();
    }

    /** Ids of open tasks of the cases that the user must not see. */
    private Set<String> hiddenTasks() {
        Set<String> cases = isScoped()
                ? exclusions
                        .getObject()
                        .from(getCommandContext().getAuthentication().getUserId())
                : Set.of();
        return cases.isEmpty()
                ? Set.of()
                : super.findTasksByQueryCriteria((TaskQueryImpl)
                                new TaskQueryImpl().processInstanceBusinessKeyIn(cases.toArray(String[]::new)))
                        .stream()
                        .map(Task::getId)
                        .collect(Collectors.toSet());
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
