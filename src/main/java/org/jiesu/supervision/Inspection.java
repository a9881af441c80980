package org.jiesu.supervision;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.hibernate.annotations.Immutable;

/** One draw of cases; with the same seed over the same cases it draws the same. */
@Entity
@Immutable
class Inspection {

    @Id
    private String number;

    private String institution;
    private LocalDate fromOn;
    private LocalDate untilOn;
    private long seed;
    private LocalDateTime drawnAt;
    private String drawnBy;

    protected Inspection() {}

    Inspection(
            String number,
            String institution,
            LocalDate fromOn,
            LocalDate untilOn,
            long seed,
            LocalDateTime drawnAt,
            String drawnBy) {
        this.number = number;
        this.institution = institution;
        this.fromOn = fromOn;
        this.untilOn = untilOn;
        this.seed = seed;
        this.drawnAt = drawnAt;
        this.drawnBy = drawnBy;
    }

    String number() {
        return number;
    }

    String institution() {
        return institution;
    }

    LocalDate fromOn() {
        return fromOn;
    }

    LocalDate untilOn() {
        return untilOn;
    }

    long seed() {
        return seed;
    }

    LocalDateTime drawnAt() {
        return drawnAt;
    }
}
