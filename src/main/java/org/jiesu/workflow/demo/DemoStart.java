package org.jiesu.workflow.demo;

import org.jiesu.workflow.engine.Grants;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Fills an empty demo: users first, so that one can log in at once. */
@Component
@Profile("demo")
class DemoStart {

    private final DemoUsers users;
    private final Grants grants;

    DemoStart(DemoUsers users, Grants grants) {
        this.users = users;
        this.grants = grants;
    }

    @EventListener(ApplicationReadyEvent.class)
    void fill() {
        users.create();
        grants.write();
    }
}
