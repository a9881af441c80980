package org.jiesu.deadlines;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jiesu.vault.Encrypted;
import org.jiesu.vault.EncryptedRow;

/** One request for more time on one clock, with what was decided on it. */
@Entity
@Table(name = "ledger_extension")
class ExtensionRequest extends EncryptedRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "ledger_entry_id")
    private LedgerEntry entry;

    private int amount;

    @Encrypted
    private String reason;

    private boolean collective;
    private String requestedBy;
    private LocalDateTime requestedAt;
    private LocalDateTime oldDueAt;
    private boolean oldProvisional;
    private LocalDateTime newDueAt;
    private boolean newProvisional;

    @Enumerated(EnumType.STRING)
    private ExtensionState state = ExtensionState.REQUESTED;

    private String decidedBy;
    private LocalDateTime decidedAt;

    @Encrypted
    private String opinion;

    private LocalDate collectiveOn;

    protected ExtensionRequest() {}

    ExtensionRequest(
            LedgerEntry entry, int amount, String reason, String requestedBy, LocalDateTime at, DueDate newDue) {
        this.entry = entry;
        this.amount = amount;
        this.reason = reason;
        this.requestedBy = requestedBy;
        requestedAt = at;
        collective = entry.beyondItsRow();
        moves(newDue);
    }

    void decide(ExtensionState decided, String by, LocalDateTime at) {
        state = decided;
        decidedBy = by;
        decidedAt = at;
    }

    void explain(String withOpinion, LocalDate discussedOn) {
        opinion = withOpinion;
        collectiveOn = discussedOn;
    }

    /** While it waits for its decision, its clock may move. */
    void moves(DueDate newDue) {
        oldDueAt = entry.dueAt();
        oldProvisional = entry.provisional();
        newDueAt = newDue.dueAt();
        newProvisional = newDue.provisional();
    }

    LedgerEntry entry() {
        return entry;
    }

    int amount() {
        return amount;
    }

    boolean collective() {
        return collective;
    }

    boolean open() {
        return state == ExtensionState.REQUESTED;
    }

    boolean approved() {
        return state == ExtensionState.APPROVED;
    }

    boolean requestedBy(String userId) {
        return requestedBy.equals(userId);
    }

    ExtensionView view() {
        return new ExtensionView(
                id,
                entry.caseNumber(),
                entry.clock(),
                amount,
                entry.unit(),
                reason,
                requestedBy,
                requestedAt,
                oldDueAt,
                oldProvisional,
                newDueAt,
                newProvisional,
                collective,
                state,
                decidedBy,
                decidedAt,
                opinion,
                collectiveOn,
                entry.extensionRule(),
                entry.basis());
    }
}
