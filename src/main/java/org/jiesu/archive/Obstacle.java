package org.jiesu.archive;

import org.jiesu.cases.Codes;

/** Why a case must not be destroyed now. */
public enum Obstacle {
    OPEN,
    RUNNING,
    NOT_YET,
    HELD,
    LINKED;

    String label() {
        return Codes.label("disposalObstacle", name());
    }
}
