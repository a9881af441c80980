package org.jiesu.documents;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.LocalDate;

/** One issued version of a paper. Never changed: correcting a paper issues the next version under the same number. */
@Entity
class StoredPaper {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String caseNumber;

    @Enumerated(EnumType.STRING)
    private PaperKind kind;

    @Enumerated(EnumType.STRING)
    private Audience audience;

    private String about;
    private String number;
    private int version;
    private LocalDate issuedOn;

    protected StoredPaper() {}

    StoredPaper(
            String caseNumber,
            PaperKind kind,
            Audience audience,
            String about,
            String number,
            int version,
            LocalDate issuedOn) {
        this.caseNumber = caseNumber;
        this.kind = kind;
        this.audience = audience;
        this.about = about;
        this.number = number;
        this.version = version;
        this.issuedOn = issuedOn;
    }

    StoredPaper next(LocalDate issuedOn) {
        return new StoredPaper(caseNumber, kind, audience, about, number, version + 1, issuedOn);
    }

    IssuedPaper view() {
        return new IssuedPaper(id, kind, kind.title(), number, version, issuedOn, audience, kind.identifying());
    }
}
