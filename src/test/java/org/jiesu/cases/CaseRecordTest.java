package org.jiesu.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.List;
import org.jiesu.shared.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("办件记录拒绝不合程序的行为")
class CaseRecordTest {

    private static final LocalDateTime RECEIVED = LocalDateTime.of(2026, 11, 10, 9, 0);

    private final CaseRecord complaint = new CaseRecord(
            "FC-C-2026-000001",
            new NewCase(
                    "feicheng",
                    CaseKind.COMPLAINT,
                    "12345",
                    "JN-1",
                    "s-1",
                    RECEIVED,
                    RECEIVED,
                    null,
                    "酸奶过期",
                    "在某超市买的酸奶过期",
                    "退款",
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    List.of(),
                    false,
                    false,
                    1,
                    false,
                    false,
                    false,
                    false,
                    List.of()),
            RECEIVED);

    private void dispatch(String unit) {
        complaint.dispatch(unit, List.of(), List.of());
    }

    @Test
    void aUnitWhoseReturnWasRefusedKeepsTheOrder() {
        dispatch("xincheng");
        assertThatCode(complaint::requireReturnable).doesNotThrowAnyException();
        complaint.barReturn();
        assertThatThrownBy(complaint::requireReturnable)
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("不能再退单");
    }

    @Test
    void aUnitNamedByALeaderKeepsTheOrderEvenIfItReturnedItBefore() {
        dispatch("xincheng");
        complaint.takeFromUnit();
        complaint.assign("xincheng");
        assertThat(complaint.view().handlingUnit()).isEqualTo("xincheng");
        assertThatThrownBy(complaint::requireReturnable).isInstanceOf(Refusal.class);
    }

    @Test
    void anOrderDoesNotGoBackToAUnitThatWasRelievedOfIt() {
        dispatch("xincheng");
        complaint.takeFromUnit();
        assertThatThrownBy(() -> dispatch("xincheng")).isInstanceOf(Refusal.class);
        assertThatCode(() -> dispatch("laocheng")).doesNotThrowAnyException();
    }

    @Test
    void anotherRoundForgetsReturnsAndWithdrawal() {
        dispatch("xincheng");
        complaint.countApprovedReturn();
        complaint.takeFromUnit();
        complaint.assign("laocheng");
        complaint.giveUp(Outcome.WITHDRAWN);
        complaint.close(Outcome.WITHDRAWN, RECEIVED);
        complaint.reopen(RECEIVED, null);
        dispatch("xincheng");
        assertThatCode(complaint::requireReturnable).doesNotThrowAnyException();
        assertThat(complaint.givenUp()).isNull();
        assertThat(complaint.view().approvedReturns()).isZero();
    }

    @Test
    void aCallThatNobodyTookLeavesTheAnswerGivenBefore() {
        complaint.satisfied("DISSATISFIED");
        complaint.satisfied("NOT_REACHED");
        assertThat(complaint.view().satisfaction()).isEqualTo("DISSATISFIED");
        complaint.satisfied("SATISFIED");
        assertThat(complaint.view().satisfaction()).isEqualTo("SATISFIED");
    }

    @Test
    void aReclassifiedComplaintKeepsItsDates() {
        NewCase report = complaint.as(CaseKind.REPORT, List.of());
        assertThat(report.kind()).isEqualTo(CaseKind.REPORT);
        assertThat(report.receivedAt()).isEqualTo(RECEIVED);
        assertThat(report.dispatchedByChannelAt()).isEqualTo(RECEIVED);
    }
}
