package org.jiesu.cases;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDateTime;
import org.jiesu.vault.Encrypted;
import org.jiesu.vault.EncryptedRow;

/** Who saw or wanted to see the identities of a case, why, and until when. */
@Entity
@Table(name = "identity_disclosure")
class DisclosureRecord extends EncryptedRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private long version;

    private String caseNumber;
    private String institution;
    private String userId;
    private String reasonCode;

    @Encrypted
    private String reason;

    @Enumerated(EnumType.STRING)
    private DisclosureState state = DisclosureState.REQUESTED;

    private LocalDateTime requestedAt;
    private LocalDateTime grantedAt;
    private LocalDateTime expiresAt;
    private String taskId;
    private String decidedBy;
    private LocalDateTime decidedAt;
    private int reads;
    private LocalDateTime lastReadAt;

    protected DisclosureRecord() {}

    DisclosureRecord(CaseView of, String userId, String reasonCode, String reason, LocalDateTime at) {
        caseNumber = of.caseNumber();
        institution = of.institution();
        this.userId = userId;
        this.reasonCode = reasonCode;
        this.reason = reason;
        requestedAt = at;
    }

    void grantUntil(LocalDateTime at, LocalDateTime end) {
        state = DisclosureState.GRANTED;
        grantedAt = at;
        expiresAt = end;
    }

    void grantForTask(LocalDateTime at, String task) {
        state = DisclosureState.GRANTED;
        grantedAt = at;
        taskId = task;
    }

    void decide(boolean approved, String by, LocalDateTime at, LocalDateTime end) {
        decidedBy = by;
        decidedAt = at;
        if (approved) {
            grantUntil(at, end);
        } else {
            state = DisclosureState.REFUSED;
        }
    }

    void read(LocalDateTime at) {
        reads++;
        lastReadAt = at;
    }

    boolean pending() {
        return state == DisclosureState.REQUESTED;
    }

    String caseNumber() {
        return caseNumber;
    }

    String userId() {
        return userId;
    }

    String taskId() {
        return taskId;
    }

    Disclosures.Disclosure view() {
        return new Disclosures.Disclosure(
                id,
                caseNumber,
                userId,
                reasonCode,
                reason,
                state,
                requestedAt,
                grantedAt,
                expiresAt,
                taskId != null,
                decidedBy,
                decidedAt,
                reads,
                lastReadAt);
    }
}
