package org.jiesu.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiesu.deadlines.TestLedger.CASE;
import static org.jiesu.deadlines.TestLedger.at;
import static org.jiesu.deadlines.TestLedger.rule;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.isA;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jiesu.cases.Journal;
import org.jiesu.platform.CurrentStaff;
import org.jiesu.shared.NotFound;
import org.jiesu.shared.RecordedRefusal;
import org.jiesu.shared.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.util.ReflectionTestUtils;

/** Fifteen working days from Friday 2026-11-20: the last one is 2026-12-11. */
@DisplayName("延期：谁能要、能要多少、谁来批，批了才动")
class ExtensionsTest {

    private static final LocalDateTime START = LocalDateTime.of(2026, 11, 20, 10, 0);
    private static final ExtensionRule BESIDE_THE_LAW =
            new ExtensionRule(15, 1, "leader", true, "statutoryMediation", false, false);

    private final TestLedger ledger = new TestLedger();
    private final List<ExtensionRequest> saved = new ArrayList<>();
    private final ExtensionRepository requests = mock(ExtensionRepository.class);
    private final Journal journal = mock(Journal.class);
    private final CurrentStaff staff = mock(CurrentStaff.class);
    private final ApplicationEventPublisher events = mock(ApplicationEventPublisher.class);
    private final Extensions extensions = new Extensions(
            ledger.repository,
            requests,
            ledger.calendars,
            journal,
            staff,
            events,
            at(LocalDateTime.of(2026, 11, 26, 10, 0)));
    private final LedgerEntry mediation =
            ledger.start(START, rule("mediation", 15, TermUnit.WORKING_DAYS, BESIDE_THE_LAW, 2, 0));

    @BeforeEach
    void theHandlerAsks() {
        when(staff.id()).thenReturn("xincheng");
        when(requests.save(any())).thenAnswer(asked -> {
            saved.add(asked.getArgument(0));
            ReflectionTestUtils.setField(asked.<ExtensionRequest>getArgument(0), "id", (long) saved.size());
            return asked.getArgument(0);
        });
        when(requests.findById(anyLong())).thenAnswer(asked -> saved.stream()
                .filter(request -> request.view().id() == asked.<Long>getArgument(0))
                .findFirst());
        when(requests.findByEntryCaseNumberAndState(CASE, ExtensionState.REQUESTED))
                .thenAnswer(
                        asked -> saved.stream().filter(ExtensionRequest::open).toList());
    }

    private ExtensionView ask(int amount) {
        return extensions.request(CASE, "mediation", amount, "核对账目");
    }

    private void decide(boolean approved) {
        when(staff.id()).thenReturn("centre-head");
        extensions.decide(saved.size(), approved, "情况属实", LocalDate.of(2026, 11, 25));
    }

    private LedgerEntry law(int days) {
        return ledger.start(START, rule("statutoryMediation", days, TermUnit.CALENDAR_DAYS));
    }

    @Test
    @DisplayName("提出：记下从哪天延到哪天，写进办理记录，通知审批的岗位；批准之前不动")
    void asking() {
        ExtensionView view = ask(5);

        assertThat(view.oldLastDay()).hasToString("2026-12-11");
        assertThat(view.newLastDay()).hasToString("2026-12-18");
        assertThat(view.open()).isTrue();
        assertThat(view.requestedAt()).isEqualTo("2026-11-26T10:00");
        assertThat(view.basis()).isEqualTo("制度五、1");
        assertThat(extensions.get(1)).isEqualTo(view);
        assertThat(mediation.dueAt().toLocalDate()).isEqualTo("2026-12-11");
        verify(journal).write(CASE, "延期申请", "“调解”申请延长5个工作日");
        verify(events).publishEvent(new ExtensionRequested(CASE, 1, "mediation", "leader"));
    }

    @Test
    @DisplayName("已有待批的、超过上限的：拒绝并记入办理记录，不留下申请")
    void refusalsAreRecorded() {
        assertThatThrownBy(() -> ask(16)).isInstanceOf(RecordedRefusal.class).hasMessage("最多还能延长15个工作日；本次申请已记入办理记录");
        verify(journal).write(CASE, "延期申请", "“调解”申请延长16个工作日，不予准许：最多还能延长15个工作日");
        assertThat(saved).isEmpty();

        ask(5);
        assertThatThrownBy(() -> ask(1)).hasMessageContaining("已有待审批的延期申请");
    }

    @Test
    @DisplayName("不得超过法定期限届满日：正好那一天可以，再多一天不行")
    void neverPastTheLaw() {
        law(28); // 2026-12-18
        assertThatThrownBy(() -> ask(6)).hasMessageContaining("延长后将超过“法定调解期限”届满日2026-12-18");
        ask(5);
        decide(true);
        assertThat(mediation.dueAt().toLocalDate()).isEqualTo("2026-12-18");
    }

    @Test
    @DisplayName("自己或者法定期限扣除中，届满日未定，不能确定不超过法定期限")
    void notWhileEitherStandsStill() {
        LedgerEntry law = law(60);
        law.pause(LocalDate.of(2026, 11, 25), "TESTING", START);
        ledger.settle(law);
        assertThatThrownBy(() -> ask(5)).hasMessageContaining("“法定调解期限”正在扣除，届满日未定");

        mediation.pause(LocalDate.of(2026, 11, 25), "TESTING", START);
        assertThatThrownBy(() -> ask(5)).hasMessageContaining("不能确定不超过“法定调解期限”，恢复计算后再申请");
    }

    @Test
    @DisplayName("批准：期限顺延，写明从哪天改为哪天")
    void approving() {
        ask(5);
        decide(true);

        assertThat(mediation.dueAt().toLocalDate()).isEqualTo("2026-12-18");
        assertThat(extensions.get(1)).satisfies(decided -> {
            assertThat(decided.approved()).isTrue();
            assertThat(decided.open()).isFalse();
            assertThat(decided.decidedBy()).isEqualTo("centre-head");
            assertThat(decided.decidedAt()).isEqualTo("2026-11-26T10:00");
            assertThat(decided.opinion()).isEqualTo("情况属实");
            assertThat(decided.collectiveOn()).isEqualTo("2026-11-25");
            assertThat(decided.newLastDay()).hasToString("2026-12-18");
        });
        verify(journal).write(CASE, "延期审批", "同意“调解”延长5个工作日：2026-12-11改为2026-12-18");
        verify(events).publishEvent(new ClocksChanged(CASE));
        assertThatThrownBy(() -> decide(true)).isInstanceOf(Refusal.class).hasMessageStartingWith("该延期申请已经");

        extensions.told(1);
        verify(journal).write(CASE, "告知延期", "“调解”期限延长已告知");
    }

    @Test
    @DisplayName("次数用完后再要，须经集体讨论")
    void furtherOnlyByCollectiveDecision() {
        assertThat(ask(5).collective()).isFalse();
        decide(true);
        assertThat(ask(30).collective()).isTrue();
        verify(journal).write(CASE, "延期申请", "“调解”申请延长30个工作日，须经集体讨论决定");
    }

    @Test
    @DisplayName("不同意：期限不动，以后还可以再要")
    void refusing() {
        ask(5);
        decide(false);

        assertThat(mediation.dueAt().toLocalDate()).isEqualTo("2026-12-11");
        assertThat(extensions.get(1).approved()).isFalse();
        verify(journal).write(CASE, "延期审批", "不同意“调解”延长5个工作日");
        assertThat(ask(5).collective()).isFalse();
    }

    @Test
    @DisplayName("批准时期限变了的，以那时算的日期为准；扣除中的恢复后接着算")
    void approvingWhatMovedMeanwhile() {
        ask(5);
        mediation.pause(LocalDate.of(2026, 11, 25), "TESTING", START);
        ledger.settle(mediation);
        decide(true);

        assertThat(mediation.dueAt()).isNull();
        assertThat(extensions.get(1).newDueAt()).isNull();
        assertThat(extensions.get(1).newLastDay()).hasToString("期限扣除中");
        verify(journal).write(CASE, "延期审批", "同意“调解”延长5个工作日：期限扣除中，恢复计算后接着算");
    }

    @Test
    @DisplayName("自己不能批自己的；已经结束的不能批准")
    void whatCannotBeDecided() {
        ask(5);
        assertThatThrownBy(() -> extensions.decide(1, true, null, null)).hasMessage("不能审批自己提出的延期申请");
        mediation.end(START);
        assertThatThrownBy(() -> decide(true)).hasMessage("不能批准延期：该期限已经结束");
        assertThat(extensions.get(1).open()).isTrue();
        assertThatThrownBy(() -> extensions.get(2)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> extensions.request(CASE, "handling", 1, "")).isInstanceOf(NotFound.class);
    }

    @Test
    @DisplayName("期限结束，待批的申请终止；还在计算的不终止")
    void endsWithItsClock() {
        ask(5);
        extensions.on(new ClocksChanged(CASE));
        assertThat(extensions.get(1).open()).isTrue();
        verify(events, never()).publishEvent(isA(ExtensionLapsed.class));

        mediation.end(START);
        extensions.on(new ClocksChanged(CASE));
        assertThat(extensions.get(1).state()).isEqualTo(ExtensionState.LAPSED);
        verify(journal).write(CASE, "延期申请", "“调解”已经结束，延期申请终止");
        verify(events).publishEvent(new ExtensionLapsed(CASE, 1));
    }
}
