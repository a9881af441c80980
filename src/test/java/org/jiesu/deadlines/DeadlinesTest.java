package org.jiesu.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.jiesu.deadlines.Deadlines.CHECKPOINT_TIMER;
import static org.jiesu.deadlines.Deadlines.NEVER;
import static org.jiesu.deadlines.TestLedger.CASE;
import static org.jiesu.deadlines.TestLedger.at;
import static org.jiesu.deadlines.TestLedger.rule;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jiesu.cases.CaseDisposed;
import org.jiesu.cases.CaseEvent;
import org.jiesu.cases.CaseHappened;
import org.jiesu.cases.CaseView;
import org.jiesu.cases.Cases;
import org.jiesu.organisation.Institutions;
import org.jiesu.shared.NotFound;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;

/** Seven working days from Friday 2026-11-20: the last one is Tuesday 2026-12-01. */
@DisplayName("期限台账：什么事开始、结束哪个期限，流程的定时器和任务照它走")
class DeadlinesTest {

    private static final LocalDateTime START = LocalDateTime.of(2026, 11, 20, 10, 0);
    private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 26, 10, 0);

    private final TestLedger ledger = new TestLedger();
    private final ExtensionRepository extensions = mock(ExtensionRepository.class);
    private final ClockRules rules = mock(ClockRules.class);
    private final Cases cases = mock(Cases.class);
    private final CaseView view = mock(CaseView.class);
    private final Institutions institutions = mock(Institutions.class, RETURNS_DEEP_STUBS);
    private final ApplicationEventPublisher events = mock(ApplicationEventPublisher.class);
    private final Deadlines deadlines = new Deadlines(
            ledger.repository,
            extensions,
            rules,
            ledger.calendars,
            new Lights(ledger.calendars),
            cases,
            institutions,
            events,
            at(NOW));

    @BeforeEach
    void theCase() {
        when(view.caseNumber()).thenReturn(CASE);
        when(cases.view(CASE)).thenReturn(view);
        when(institutions.get(any()).office().open()).thenReturn(LocalTime.of(8, 30));
    }

    private LedgerEntry start(String clock, int workingDays) {
        return ledger.start(START, rule(clock, workingDays, TermUnit.WORKING_DAYS));
    }

    private void pause(LedgerEntry entry) {
        entry.pause(LocalDate.of(2026, 11, 25), "TESTING", NOW);
        ledger.settle(entry);
    }

    private List<LedgerEntry> runsOf(String clock) {
        return ledger.entries.stream()
                .filter(entry -> entry.clock().equals(clock))
                .toList();
    }

    @Nested
    @DisplayName("办件发生的事")
    class Events {

        private void happens(CaseEvent event, ClockRule... starting) {
            when(rules.startingOn(eq(event), any())).thenReturn(List.of(starting));
            deadlines.on(new CaseHappened(CASE, event, NOW));
        }

        @Test
        @DisplayName("结束它所结束的，开始它所开始的，其余照走")
        void endsAndStartsClocks() {
            LedgerEntry ended = start("handling", 7);
            happens(CaseEvent.AGREED, rule("mediation", 15, TermUnit.WORKING_DAYS));

            assertThat(ended.state()).isEqualTo(ClockState.MET);
            assertThat(runsOf("mediation")).singleElement().satisfies(started -> {
                assertThat(started.run()).isEqualTo(1);
                assertThat(started.dueAt()).isEqualTo("2026-12-17T23:59:59");
                assertThat(started.calendarVersion()).isEqualTo(ledger.calendar.version());
            });
            verify(events).publishEvent(new ClocksChanged(CASE));

            LedgerEntry other = start("inspection", 7);
            happens(CaseEvent.RETURNED);
            assertThat(other.pending()).isTrue();
        }

        @Test
        @DisplayName("办结终止一切期限，只有整改还要做完；已经超期的仍是超期")
        void closingCancelsAllButRectification() {
            LedgerEntry mediation = start("mediation", 15);
            LedgerEntry late = start("inspection", 2);
            LedgerEntry rectification = start("rectification", 15);
            happens(CaseEvent.CLOSED, rule("acceptance", 7, TermUnit.WORKING_DAYS));

            assertThat(mediation.state()).isEqualTo(ClockState.CANCELLED);
            assertThat(late.state()).isEqualTo(ClockState.MISSED);
            assertThat(rectification.pending()).isTrue();
            assertThat(runsOf("acceptance")).as("nothing starts any more").isEmpty();
            verify(events).publishEvent(new ClocksChanged(CASE));
        }

        @Test
        @DisplayName("补充材料后重新起算，原来的日期留着；退单不重新起算（令121第三十五条）")
        void onlyNewFactsRestartAClock() {
            LedgerEntry first = start("acceptance", 7);
            ClockRule again = rule("acceptance", 7, TermUnit.WORKING_DAYS);
            happens(CaseEvent.RETURNED, again);
            assertThat(runsOf("acceptance")).containsExactly(first);
            assertThat(first.pending()).isTrue();

            happens(CaseEvent.RECEIVED, again);
            assertThat(first.state()).isEqualTo(ClockState.CANCELLED);
            assertThat(first.dueAt()).isEqualTo("2026-12-01T23:59:59");
            assertThat(runsOf("acceptance"))
                    .extracting(LedgerEntry::run, entry -> entry.dueAt().toLocalDate(), LedgerEntry::pending)
                    .containsExactly(
                            tuple(1, LocalDate.of(2026, 12, 1), false), tuple(2, LocalDate.of(2026, 12, 7), true));
        }

        @Test
        @DisplayName("来源渠道写明的答复日期优先于规则；没有写明的，约定期限不起算")
        void theChannelsOwnLimitWins() {
            ClockRule reply = rule("channelReply", 5, TermUnit.WORKING_DAYS);
            ClockRule agreed = rule("channelReply", 0, TermUnit.AGREED);
            happens(CaseEvent.DISPATCHED_BY_CHANNEL, agreed);
            assertThat(ledger.entries).isEmpty();

            when(view.channelReplyBy()).thenReturn(LocalDate.of(2026, 12, 5));
            happens(CaseEvent.DISPATCHED_BY_CHANNEL, agreed);
            happens(CaseEvent.RECEIVED, reply, rule("handling", 5, TermUnit.WORKING_DAYS));
            assertThat(ledger.entries)
                    .extracting(LedgerEntry::clock, entry -> entry.dueAt().toLocalDate())
                    .containsExactly(
                            tuple("channelReply", LocalDate.of(2026, 12, 5)),
                            tuple("channelReply", LocalDate.of(2026, 12, 5)),
                            tuple("handling", LocalDate.of(2026, 12, 3)));
        }

        @Test
        @DisplayName("补充材料的期限起算时，就不得晚于受理期限的前一个工作日")
        void whatStartsIsLimitedByWhatRuns() {
            start("acceptance", 7);
            happens(CaseEvent.SUPPLEMENT_ASKED, rule("supplement", 7, TermUnit.WORKING_DAYS));

            assertThat(runsOf("supplement").get(0).dueAt().toLocalDate()).isEqualTo("2026-11-30");
        }

        @Test
        @DisplayName("办件销毁，期限和延期申请一起销毁")
        void disposal() {
            deadlines.on(new CaseDisposed(CASE));

            verify(extensions).erase(CASE);
            verify(ledger.repository).erase(CASE);
        }
    }

    @Nested
    @DisplayName("定下的日期")
    class SetDates {

        @Test
        @DisplayName("新的约定取代还没到的约定，已经过了的仍是超期；办结时结束")
        void aNewPromiseReplacesTheOld() {
            deadlines.agree(CASE, LocalDate.of(2026, 12, 5), "约定");
            deadlines.agree(CASE, LocalDate.of(2026, 12, 8), "约定");

            assertThat(runsOf("agreed"))
                    .extracting(LedgerEntry::run, LedgerEntry::dueAt, LedgerEntry::state)
                    .containsExactly(
                            tuple(1, LocalDateTime.of(2026, 12, 5, 23, 59, 59), ClockState.CANCELLED),
                            tuple(2, LocalDateTime.of(2026, 12, 8, 23, 59, 59), ClockState.RUNNING));
            assertThat(runsOf("agreed").get(1).endsOn(CaseEvent.CLOSED)).isTrue();
            verify(events, atLeastOnce()).publishEvent(new ClocksChanged(CASE));

            runsOf("agreed").get(1).end(NOW);
            deadlines.agree(CASE, LocalDate.of(2026, 12, 9), "约定");
            assertThat(runsOf("agreed").get(1).state()).isEqualTo(ClockState.MET);
        }

        @Test
        @DisplayName("同时可有几个，做完的只是那一个")
        void severalRunAtOnce() {
            assertThat(deadlines.set(CASE, "instruction", LocalDate.of(2026, 12, 5), "批示"))
                    .isEqualTo(1);
            assertThat(deadlines.set(CASE, "instruction", LocalDate.of(2026, 12, 8), "批示"))
                    .isEqualTo(2);
            deadlines.set(CASE, "rectification", LocalDate.of(2026, 12, 8), "整改");
            deadlines.done(CASE, "instruction", 2);

            assertThat(ledger.entries)
                    .extracting(LedgerEntry::clock, LedgerEntry::state)
                    .containsExactly(
                            tuple("instruction", ClockState.RUNNING),
                            tuple("instruction", ClockState.MET),
                            tuple("rectification", ClockState.RUNNING));
            verify(events, atLeastOnce()).publishEvent(new ClocksChanged(CASE));
            assertThat(deadlines.running(CASE)).isTrue();
            deadlines.done(CASE, "instruction", 1);
            deadlines.done(CASE, "rectification", 1);
            assertThat(deadlines.running(CASE)).isFalse();
        }
    }

    @Nested
    @DisplayName("定时器")
    class Timers {

        @Test
        @DisplayName("没有期限在走的，定时器都停在永远不到的那天")
        void allStandAtNeverWithoutAClock() {
            pause(start("mediation", 15));

            assertThat(deadlines.dates(CASE).timers())
                    .containsOnlyKeys(
                            "cutOffAt",
                            "secondLimitAt",
                            "supplementDueAt",
                            "statementDueAt",
                            "interimReplyDueAt",
                            CHECKPOINT_TIMER)
                    .allSatisfy((timer, at) -> assertThat(at).isEqualTo(NEVER));
        }

        @Test
        @DisplayName("届满后的那一秒；同一定时器取最早的；阶段答复在办理和渠道期限中较早一天上班时")
        void followTheEarliestClock() {
            start("handling", 7);
            start("channelReply", 5);
            start("mediation", 15);
            start("mediation", 10);
            start("mediation", 12);

            assertThat(deadlines.dates(CASE).timers())
                    .containsEntry("cutOffAt", LocalDateTime.of(2026, 12, 5, 0, 0))
                    .containsEntry("secondLimitAt", NEVER)
                    .containsEntry("interimReplyDueAt", LocalDateTime.of(2026, 11, 27, 8, 30))
                    .containsEntry(CHECKPOINT_TIMER, LocalDateTime.of(2026, 11, 27, 8, 30));
        }
    }

    @Nested
    @DisplayName("任务的到期日")
    class Tasks {

        @Test
        @DisplayName("有自己的期限的随自己的，早几个工作日；扣除中的没有")
        void itsOwnClock() {
            LedgerEntry own =
                    ledger.start(START, rule("mediation", 7, TermUnit.WORKING_DAYS, ExtensionRule.NONE, 2, 2));
            start("handling", 5);

            assertThat(deadlines.dates(CASE).task("mediation", null)).hasValueSatisfying(task -> {
                assertThat(task.dueAt()).isEqualTo("2026-11-27T23:59:59");
                assertThat(task.clockDueAt()).isEqualTo("2026-12-01T23:59:59");
                assertThat(task.light()).isEqualTo(Light.NORMAL);
                assertThat(task.provisional()).isFalse();
            });
            pause(own);
            assertThat(deadlines.dates(CASE).task("mediation", null)).hasValueSatisfying(task -> {
                assertThat(task.dueAt()).isNull();
                assertThat(task.clockDueAt()).isNull();
                assertThat(task.light()).isEqualTo(Light.PAUSED);
                assertThat(task.provisional()).isFalse();
            });
        }

        @Test
        @DisplayName("没有自己的期限的随最近的期限；阅示、批示、整改、督办回复不算在内")
        void elseTheNearestClock() {
            assertThat(deadlines.dates(CASE).task("acceptance", null)).isEmpty();
            start("instruction", 2);
            assertThat(deadlines.dates(CASE).task("acceptance", null)).isEmpty();

            start("mediation", 40);
            assertThat(deadlines.dates(CASE).task("acceptance", null))
                    .hasValueSatisfying(task -> assertThat(task.provisional()).isTrue());
            pause(start("handling", 5));
            start("inspection", 7);
            assertThat(deadlines.dates(CASE).task("acceptance", null)).hasValueSatisfying(task -> {
                assertThat(task.dueAt()).isEqualTo("2026-12-01T23:59:59");
                assertThat(task.clockDueAt()).isEqualTo("2026-12-01T23:59:59");
                assertThat(task.provisional()).isFalse();
            });
        }

        @Test
        @DisplayName("几个同时在走的，随指明的那一个")
        void theRunThatIsNamed() {
            deadlines.set(CASE, "instruction", LocalDate.of(2026, 12, 5), "批示");
            deadlines.set(CASE, "instruction", LocalDate.of(2026, 12, 8), "批示");

            assertThat(dueOf(2)).isEqualTo("2026-12-08");
            assertThat(dueOf(1)).isEqualTo("2026-12-05");
            assertThat(dueOf(null)).isEqualTo("2026-12-05");
        }

        private LocalDate dueOf(Integer run) {
            return deadlines
                    .dates(CASE)
                    .task("instruction", run)
                    .orElseThrow()
                    .dueAt()
                    .toLocalDate();
        }
    }

    @Nested
    @DisplayName("查看")
    class Views {

        @Test
        void showsEveryClockWithItsLight() {
            start("handling", 5);
            pause(start("mediation", 15));

            assertThat(deadlines.clocks(CASE))
                    .extracting(ClockView::clock, ClockView::light, ClockView::state)
                    .containsExactly(
                            tuple("handling", Light.DUE_SOON, ClockState.RUNNING),
                            tuple("mediation", Light.PAUSED, ClockState.PAUSED));
            assertThat(deadlines.clock(CASE, "handling").lastDay()).hasToString("2026-11-27");
            assertThat(deadlines.held(CASE, "handling").light()).isEqualTo(Light.DUE_SOON);
            verify(ledger.repository).findFirstLockedByCaseNumberAndClockOrderByRunDesc(CASE, "handling");
            assertThatThrownBy(() -> deadlines.clock(CASE, "acceptance")).isInstanceOf(NotFound.class);
        }

        @Test
        @DisplayName("逐日说明用当时计算所用的日历")
        void explainsByTheCalendarOfThatTime() {
            WorkingCalendar weekends = new WorkingCalendar(List.of());
            LedgerEntry entry =
                    ledger.start(LocalDateTime.of(2026, 9, 30, 10, 0), rule("handling", 1, TermUnit.WORKING_DAYS));
            entry.settleOn(entry.compute(new DeadlineCalculator(weekends)), weekends.version());
            when(ledger.calendars.ofVersion(weekends.version())).thenReturn(weekends);

            assertThat(deadlines.explanation(CASE, "handling").dueOn()).isEqualTo("2026-10-01");
            assertThat(deadlines.explained(CASE)).singleElement().satisfies(explained -> {
                assertThat(explained.clock().clock()).isEqualTo("handling");
                assertThat(explained.days()).extracting(CountedDay::reason).containsExactly("当日不计入", "工作日");
            });
        }

        @Test
        @DisplayName("办件的灯是最急的那个期限的灯；没有期限在走的不列")
        void theLightOfACaseIsTheWorst() {
            start("mediation", 15);
            start("handling", 2);
            ledger.start("FC-C-2", START, rule("handling", 40, TermUnit.WORKING_DAYS));
            ledger.start("FC-C-3", START, rule("handling", 7, TermUnit.WORKING_DAYS))
                    .end(NOW);

            assertThat(deadlines.light(CASE)).isEqualTo(Light.OVERDUE);
            assertThat(deadlines.light("FC-C-3")).isEqualTo(Light.NORMAL);
            List<String> all = List.of(CASE, "FC-C-2", "FC-C-3");
            assertThat(deadlines.lights(all)).isEqualTo(Map.of(CASE, Light.OVERDUE, "FC-C-2", Light.NORMAL));
            assertThat(deadlines.provisional(all)).containsExactly("FC-C-2");
            assertThat(deadlines.lights(List.of())).isEmpty();
            assertThat(deadlines.provisional(List.of())).isEmpty();
        }
    }
}
