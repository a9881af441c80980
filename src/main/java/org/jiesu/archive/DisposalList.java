package org.jiesu.archive;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDateTime;
import java.util.Map;
import org.jiesu.shared.Refusal;
import org.jiesu.vault.Encrypted;
import org.jiesu.vault.EncryptedRow;

/** 销毁清单: made by one person, approved by another, then carried out. */
@Entity
@Table(name = "disposal_list")
class DisposalList extends EncryptedRow {

    @Id
    private String number;

    @Version
    private long version;

    private String institution;

    @Enumerated(EnumType.STRING)
    private DisposalState state = DisposalState.PROPOSED;

    private String madeBy;
    private LocalDateTime madeAt;
    private String decidedBy;
    private LocalDateTime decidedAt;

    @Encrypted
    private String reason;

    private LocalDateTime doneAt;

    protected DisposalList() {}

    DisposalList(String number, String institution, String madeBy, LocalDateTime madeAt) {
        this.number = number;
        this.institution = institution;
        this.madeBy = madeBy;
        this.madeAt = madeAt;
    }

    void decide(boolean approved, String why, String by, LocalDateTime at) {
        if (state != DisposalState.PROPOSED) {
            throw new Refusal("该清单已经审批");
        }
        state = approved ? DisposalState.APPROVED : DisposalState.REFUSED;
        reason = why;
        decidedBy = by;
        decidedAt = at;
    }

    void requireApproved() {
        if (state != DisposalState.APPROVED) {
            throw new Refusal("清单" + state.label() + "，不能销毁");
        }
    }

    boolean waiting() {
        return state == DisposalState.PROPOSED || state == DisposalState.APPROVED;
    }

    void done(LocalDateTime at) {
        state = DisposalState.DONE;
        doneAt = at;
    }

    String number() {
        return number;
    }

    String madeBy() {
        return madeBy;
    }

    Disposals.Listed view(Map<DisposalItemState, Long> cases) {
        return new Disposals.Listed(
                number,
                state,
                madeBy,
                madeAt,
                decidedBy,
                decidedAt,
                reason,
                doneAt,
                cases.getOrDefault(DisposalItemState.LISTED, 0L),
                cases.getOrDefault(DisposalItemState.DESTROYED, 0L),
                cases.getOrDefault(DisposalItemState.KEPT, 0L));
    }
}
