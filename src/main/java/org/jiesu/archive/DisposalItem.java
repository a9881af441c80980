package org.jiesu.archive;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jiesu.cases.CaseKind;

/** One case on a disposal list. When it is destroyed, this line is what remains of it, and the proof. */
@Entity
@Table(name = "disposal_item")
class DisposalItem {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String listNumber;
    private String caseNumber;

    @Enumerated(EnumType.STRING)
    private CaseKind kind;

    private LocalDate receivedOn;
    private LocalDate closedOn;
    private LocalDate keptUntil;

    @Enumerated(EnumType.STRING)
    private DisposalItemState state = DisposalItemState.LISTED;

    @Enumerated(EnumType.STRING)
    private Obstacle obstacle;

    private String manifest;
    private LocalDateTime destroyedAt;

    protected DisposalItem() {}

    DisposalItem(String listNumber, Disposals.Line due) {
        this.listNumber = listNumber;
        this.caseNumber = due.caseNumber();
        this.kind = due.kind();
        this.receivedOn = due.receivedOn();
        this.closedOn = due.closedOn();
        this.keptUntil = due.keptUntil();
    }

    void destroyed(String checksum, LocalDateTime at) {
        state = DisposalItemState.DESTROYED;
        manifest = checksum;
        destroyedAt = at;
    }

    void keep(Obstacle because) {
        state = DisposalItemState.KEPT;
        obstacle = because;
    }

    String caseNumber() {
        return caseNumber;
    }

    DisposalItemState state() {
        return state;
    }

    Disposals.Line view() {
        return new Disposals.Line(
                listNumber, caseNumber, kind, receivedOn, closedOn, keptUntil, state, obstacle, manifest, destroyedAt);
    }
}
