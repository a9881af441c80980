package org.jiesu.workflow.engine;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Brings grants and task filters up to date at every start, after the users of a demo are there. */
@Component
class EngineStart {

    private final Grants grants;
    private final TaskFilters filters;

    EngineStart(Grants grants, TaskFilters filters) {
        this.grants = grants;
        this.filters = filters;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(2)
    void prepare() {
        grants.write();
        filters.write();
    }
}
