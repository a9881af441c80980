package org.jiesu.workflow.engine;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Brings groups, grants and task filters up to date at every start, before the port opens. */
@Component
class EngineStart implements SmartInitializingSingleton {

    private final StaffGroups groups;
    private final Grants grants;
    private final TaskFilters filters;
    private final ObjectProvider<FirstAdministrator> administrator;

    EngineStart(
            StaffGroups groups, Grants grants, TaskFilters filters, ObjectProvider<FirstAdministrator> administrator) {
        this.groups = groups;
        this.grants = grants;
        this.filters = filters;
        this.administrator = administrator;
    }

    @Override
    public void afterSingletonsInstantiated() {
        groups.write();
        grants.write();
        filters.write();
        administrator.ifAvailable(FirstAdministrator::create);
    }
}
