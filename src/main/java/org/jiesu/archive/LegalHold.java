package org.jiesu.archive;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDateTime;

/** 暂停销毁: as long as one is not lifted, its case is not destroyed. Its reasons are steps of the case. */
@Entity
@Table(name = "legal_hold")
class LegalHold {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String caseNumber;
    private String setBy;
    private LocalDateTime setAt;
    private String liftedBy;
    private LocalDateTime liftedAt;

    protected LegalHold() {}

    LegalHold(String caseNumber, String setBy, LocalDateTime setAt) {
        this.caseNumber = caseNumber;
        this.setBy = setBy;
        this.setAt = setAt;
    }

    void lift(String by, LocalDateTime at) {
        liftedBy = by;
        liftedAt = at;
    }

    Retention.Hold view() {
        return new Retention.Hold(setBy, setAt, liftedBy, liftedAt);
    }
}
