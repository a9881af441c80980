package org.jiesu.cases;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDateTime;

/** Somebody who must not see a case, whatever role they have. */
@Entity
@Table(name = "case_exclusion")
class Exclusion {

    /** Why: the case is about this person, or the person stepped aside. */
    enum Ground {
        RESPONDENT,
        RECUSED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String caseNumber;
    private String userId;

    @Enumerated(EnumType.STRING)
    private Ground ground;

    private LocalDateTime since;

    protected Exclusion() {}

    Exclusion(String caseNumber, String userId, Ground ground, LocalDateTime since) {
        this.caseNumber = caseNumber;
        this.userId = userId;
        this.ground = ground;
        this.since = since;
    }

    String caseNumber() {
        return caseNumber;
    }

    String userId() {
        return userId;
    }
}
