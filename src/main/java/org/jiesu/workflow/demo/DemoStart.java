package org.jiesu.workflow.demo;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Fills an empty demo: first the users, so that one can log in at once. */
@Component
@Profile("demo")
class DemoStart {

    private final DemoUsers users;

    DemoStart(DemoUsers users) {
        this.users = users;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(1)
    void users() {
        users.create();
    }
}
