package org.jiesu.archive;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDateTime;
import org.jiesu.shared.Refusal;

/** 销毁清单: made by one person, approved by another, then carried out. */
@Entity
@Table(name = "disposal_list")
class DisposalList {

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
    private LocalDateTime doneAt;

    protected DisposalList() {}

    DisposalList(String number, String institution, String madeBy, LocalDateTime madeAt) {
        this.number = number;
        this.institution = institution;
        this.madeBy = madeBy;
        this.madeAt = madeAt;
    }

    void decide(boolean approved, String by, LocalDateTime at) {
        if (state != DisposalState.PROPOSED) {
            throw new Refusal("该清单已经审批");
        }
        state = approved ? DisposalState.APPROVED : DisposalState.REFUSED;
        decidedBy = by;
        decidedAt = at;
    }

    void requireApproved() {
        if (state != DisposalState.APPROVED) {
            throw new Refusal("清单" + state.label() + "，不能销毁");
        }
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

    Disposals.Listed view(long listed, long destroyed, long kept) {
        return new Disposals.Listed(
                number, state, madeBy, madeAt, decidedBy, decidedAt, doneAt, listed, destroyed, kept);
    }
}
