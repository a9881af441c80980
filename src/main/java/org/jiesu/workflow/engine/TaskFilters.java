package org.jiesu.workflow.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.jiesu.deadlines.Light;
import org.springframework.stereotype.Component;

/** The lists on the left of Tasklist. Each shows only what the scope of tasks lets its reader see. */
@Component
class TaskFilters {

    private final FilterService filters;
    private final TaskService tasks;
    private final AuthorizationService authorizations;

    TaskFilters(FilterService filters, TaskService tasks, AuthorizationService authorizations) {
        this.filters = filters;
        this.tasks = tasks;
        this.authorizations = authorizations;
    }

    /** Makes what is missing; a filter that an administrator changed stays changed. */
    void write() {
        filter("我的待办", 1, tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}"));
        filter("本单位待办", 2, tasks.createTaskQuery());
        filter("今日到期", 3, tasks.createTaskQuery().taskPriority(Light.DUE_TODAY.urgency()));
        filter("临期", 4, tasks.createTaskQuery().taskPriority(Light.DUE_SOON.urgency()));
        filter("超期", 5, tasks.createTaskQuery().taskMinPriority(Light.OVERDUE.urgency()));
    }

    private void filter(String name, int place, TaskQuery query) {
        if (filters.createFilterQuery().filterName(name).count() > 0) {
            return;
        }
        Map<String, Object> properties = new HashMap<>();
        properties.put("priority", place);
        properties.put("refresh", true);
        properties.put("showUndefinedVariable", false);
        properties.put("variables", List.of());
        Filter filter = filters.saveFilter(filters.newTaskFilter(name)
                .setQuery(query.orderByTaskPriority().desc().orderByDueDate().asc())
                .setProperties(properties));
        Authorization everybody = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GLOBAL);
        everybody.setUserId(Authorization.ANY);
        everybody.setResource(Resources.FILTER);
        everybody.setResourceId(filter.getId());
        everybody.addPermission(Permissions.READ);
        authorizations.saveAuthorization(everybody);
    }
}
