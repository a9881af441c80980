package org.jiesu.supervision;

import org.jiesu.cases.Codes;

/** What is done about a clock; some measures raise the level of the clock, which never falls again. */
public enum Measure {
    REMIND(0),
    YELLOW(1),
    RED(2),
    OVERDUE_RECORD(0),
    SUPERVISION_NOTICE(0),
    ANSWERED(0),
    REPORT_LEADER(0),
    LISTED(3),
    EVALUATION(0),
    CALL_LEADER(0);

    private final int level;

    Measure(int level) {
        this.level = level;
    }

    public int level() {
        return level;
    }

    public String label() {
        return Codes.label("measure", name());
    }
}
