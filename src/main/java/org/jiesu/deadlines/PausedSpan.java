package org.jiesu.deadlines;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;

/** A pause as the ledger keeps it; what proves it stands in the step of the case that entered it. */
@Embeddable
class PausedSpan {

    private LocalDate fromOn;
    private LocalDate toOn;
    private String ground;

    protected PausedSpan() {}

    PausedSpan(LocalDate fromOn, String ground) {
        this.fromOn = fromOn;
        this.ground = ground;
    }

    boolean open() {
        return toOn == null;
    }

    /** Whether it is on this ground, and lasts beyond this day or still does. */
    boolean coversOrFollows(String sameGround, LocalDate day) {
        return ground.equals(sameGround) && (toOn == null || toOn.isAfter(day));
    }

    void end(LocalDate on) {
        toOn = on;
    }

    Pause pause() {
        return new Pause(fromOn, toOn, ground);
    }
}
