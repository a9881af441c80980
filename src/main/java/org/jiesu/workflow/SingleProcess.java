package org.jiesu.workflow;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Processes that wait once, however often and on however many nodes the application starts. */
@Component
class SingleProcess {

    private final JdbcTemplate database;

    SingleProcess(JdbcTemplate database) {
        this.database = database;
    }

    /** Until this transaction ends nobody else looks whether such an instance waits, or starts one. */
    void hold(String process) {
        database.queryForList("select process from single_process where process = ? for update", process);
    }
}
