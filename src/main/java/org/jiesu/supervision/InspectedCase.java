package org.jiesu.supervision;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jiesu.vault.Encrypted;
import org.jiesu.vault.EncryptedRow;

/** A case in a sample: why it was drawn, what was found, and whether that was put right. */
@Entity
class InspectedCase extends EncryptedRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String inspection;
    private String caseNumber;
    private String risks;
    private LocalDateTime checkedAt;
    private Boolean procedureProper;
    private Boolean periodsKept;
    private Boolean fair;

    @Encrypted
    private String finding;

    private LocalDate rectifyBy;
    private Integer clockRun;
    private LocalDateTime rectifiedAt;

    protected InspectedCase() {}

    InspectedCase(String inspection, String caseNumber, String risks) {
        this.inspection = inspection;
        this.caseNumber = caseNumber;
        this.risks = risks;
    }

    void check(Inspections.Checklist list, Integer run, LocalDateTime at) {
        checkedAt = at;
        procedureProper = list.procedureProper();
        periodsKept = list.periodsKept();
        fair = list.fair();
        finding = list.finding();
        rectifyBy = list.rectifyBy();
        clockRun = run;
    }

    void rectify(LocalDateTime at) {
        rectifiedAt = at;
    }

    /** Neither to be checked nor to be put right. */
    boolean done() {
        return checkedAt != null && (clockRun == null || rectifiedAt != null);
    }

    boolean toRectify() {
        return clockRun != null && rectifiedAt == null;
    }

    int clockRun() {
        return clockRun;
    }

    Inspections.Drawn view() {
        return new Inspections.Drawn(
                caseNumber,
                risks,
                checkedAt != null,
                procedureProper,
                periodsKept,
                fair,
                finding,
                rectifyBy,
                rectifiedAt == null ? null : rectifiedAt.toLocalDate());
    }
}
