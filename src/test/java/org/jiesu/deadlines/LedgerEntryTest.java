package org.jiesu.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Set;
import org.jiesu.cases.CaseEvent;
import org.jiesu.shared.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Seven working days from Friday 2026-11-20: the last one is Tuesday 2026-12-01. */
class LedgerEntryTest {

    private static final LocalDateTime ACCEPTED = LocalDateTime.of(2026, 11, 20, 10, 0);
    private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 26, 10, 0);
    private static final LocalDateTime AFTER_THE_LAST_DAY = LocalDateTime.of(2026, 12, 2, 0, 0);
    private static final ExtensionRule ONCE_BY_FIVE = new ExtensionRule(5, 1, "centre-head", false, null, false, false);

    private final DeadlineCalculator calculator = new DeadlineCalculator(new WorkingCalendar(TestLedger.SHIPPED));
    private final LedgerEntry entry = clock(ONCE_BY_FIVE);

    private LedgerEntry clock(ExtensionRule extension) {
        return clock(extension, null, Set.of("APPRAISAL", "TESTING"));
    }

    private LedgerEntry clock(ExtensionRule extension, LocalDate agreedOn, Set<String> pausable) {
        ClockRule rule = new ClockRule(
                "handling",
                7,
                TermUnit.WORKING_DAYS,
                Roll.NONE,
                Set.of(CaseEvent.AGREED),
                Layer.INSTITUTION,
                "cutOffAt",
                extension,
                pausable,
                0,
                0,
                "制度五、1");
        LedgerEntry made = new LedgerEntry("FC-C-2026-000001", 1, ACCEPTED, rule, agreedOn);
        made.settleOn(made.compute(calculator), "2026");
        return made;
    }

    private void settle() {
        entry.settleOn(entry.compute(calculator), "2026");
    }

    private static LocalDate november(int day) {
        return LocalDate.of(2026, 11, day);
    }

    @Nested
    @DisplayName("期限扣除")
    class Paused {

        @Test
        @DisplayName("鉴定、检测所需时间不计算在调解期限内，剩余的日子保留（令121第二十二条）")
        void daysOfAnAppraisalDoNotCount() {
            assertThat(entry.dueAt().toLocalDate()).isEqualTo("2026-12-01");

            entry.pause(november(25), "APPRAISAL", NOW);
            settle();
            assertThat(entry.dueAt()).isNull();
            assertThat(entry.stateAt(ACCEPTED.plusDays(30))).isEqualTo(ClockState.PAUSED);
            assertThat(entry.view(NOW, Light.PAUSED).remaining()).isEqualTo(5);

            entry.resume(november(30), "APPRAISAL");
            settle();
            assertThat(entry.dueAt().toLocalDate()).isEqualTo("2026-12-04");
            assertThat(entry.stateAt(ACCEPTED)).isEqualTo(ClockState.RUNNING);
            assertThat(entry.view(NOW, Light.NORMAL).remaining()).isNull();
        }

        @Test
        @DisplayName("只能以规则所列事由扣除，拒绝时说明可用的事由")
        void onlyOnAGroundOfItsRow() {
            assertThatThrownBy(() -> entry.pause(november(25), "QUARANTINE", NOW))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("检疫")
                    .hasMessageContaining("鉴定、检测");
        }

        @Test
        @DisplayName("规则没有列出事由的，什么也不能扣除")
        void onNoGroundAtAll() {
            LedgerEntry never = clock(ONCE_BY_FIVE, null, Set.of());
            assertThat(never.view(NOW, Light.NORMAL).pausable()).isEmpty();
            assertThatThrownBy(() -> never.pause(november(25), "TESTING", NOW)).hasMessage("该期限不能以“检测”为由扣除");
        }

        @Test
        @DisplayName("不同事由可以同时扣除，重叠的日子只扣一次；都结束后才恢复计算")
        void groundsOverlapAndCountOnce() {
            entry.pause(november(23), "APPRAISAL", NOW);
            entry.pause(november(25), "TESTING", NOW);
            entry.resume(november(26), "APPRAISAL");
            settle();
            assertThat(entry.dueAt()).isNull();

            entry.resume(november(27), "TESTING");
            settle();
            assertThat(entry.dueAt().toLocalDate())
                    .as("four working days from the 23rd to the 26th do not count")
                    .isEqualTo("2026-12-07");
        }

        @Test
        @DisplayName("同一事由不得重叠登记，先后多次可以")
        void sameGroundNeverOverlaps() {
            entry.pause(november(23), "APPRAISAL", NOW);
            assertThatThrownBy(() -> entry.pause(november(24), "APPRAISAL", NOW))
                    .isInstanceOf(Refusal.class);
            entry.resume(november(25), null);
            assertThatThrownBy(() -> entry.pause(november(24), "APPRAISAL", NOW))
                    .isInstanceOf(Refusal.class);
            entry.pause(november(25), "APPRAISAL", NOW);
            assertThat(entry.pausedOn("APPRAISAL")).isTrue();
        }

        @Test
        @DisplayName("起算日之前、届满之后、期限结束后不能扣除")
        void neitherBeforeItsStartNorAfterItsEnd() {
            assertThatThrownBy(() -> entry.pause(november(19), "APPRAISAL", NOW))
                    .hasMessageContaining("起算日2026-11-20");
            assertThatThrownBy(() -> entry.pause(november(25), "APPRAISAL", AFTER_THE_LAST_DAY))
                    .hasMessageContaining("届满");
            entry.end(NOW);
            assertThatThrownBy(() -> entry.pause(november(25), "APPRAISAL", NOW))
                    .hasMessageContaining("已经结束");
        }

        @Test
        @DisplayName("没有扣除的不能恢复，恢复日期不能早于扣除起始日期")
        void resumesOnlyWhatIsPaused() {
            assertThatThrownBy(() -> entry.resume(november(25), null)).isInstanceOf(Refusal.class);
            entry.pause(november(25), "APPRAISAL", NOW);
            assertThatThrownBy(() -> entry.resume(november(24), null)).hasMessageContaining("2026-11-25");
        }
    }

    @Test
    @DisplayName("所列事件之一发生就结束；最后一日24时前是按期，其后是超期；取消的不算，但超期的仍是超期")
    void endsInTimeOrLate() {
        assertThat(entry.endsOn(CaseEvent.AGREED)).isTrue();
        assertThat(entry.endsOn(CaseEvent.CLOSED)).isFalse();
        assertThat(entry.expiresAt()).isEqualTo(AFTER_THE_LAST_DAY);
        assertThat(entry.stateAt(AFTER_THE_LAST_DAY.minusSeconds(1))).isEqualTo(ClockState.RUNNING);
        assertThat(entry.stateAt(AFTER_THE_LAST_DAY)).isEqualTo(ClockState.MISSED);

        entry.end(AFTER_THE_LAST_DAY.minusSeconds(1));
        assertThat(entry.stateAt(AFTER_THE_LAST_DAY)).isEqualTo(ClockState.MET);
        entry.end(AFTER_THE_LAST_DAY);
        assertThat(entry.state()).isEqualTo(ClockState.MISSED);
        entry.cancel(AFTER_THE_LAST_DAY.minusSeconds(1));
        assertThat(entry.state()).isEqualTo(ClockState.CANCELLED);
        entry.cancel(AFTER_THE_LAST_DAY);
        assertThat(entry.state()).isEqualTo(ClockState.MISSED);
    }

    @Test
    @DisplayName("屏幕上看到的：扣除和可扣除的事由")
    void showsItsPauses() {
        entry.pause(november(25), "TESTING", NOW);
        ClockView view = entry.view(NOW, Light.NORMAL);

        assertThat(view.pending()).isTrue();
        assertThat(view.lastDay()).hasToString("2026-12-01");
        assertThat(view.startedAt()).isEqualTo(ACCEPTED);
        assertThat(view.endedAt()).isNull();
        assertThat(view.basis()).isEqualTo("制度五、1");
        assertThat(view.pausable()).containsExactly("APPRAISAL", "TESTING");
        assertThat(view.pauses()).containsExactly(new Pause(november(25), null, "TESTING"));
        assertThat(view.pauses().get(0).groundName()).isEqualTo("检测");
    }

    @Nested
    @DisplayName("延长")
    class Extended {

        @Test
        @DisplayName("届满前、上限内可以延长，延长的工作日接着计算")
        void withinItsRowAndItsTime() {
            assertThat(entry.obstacleToExtension(5, NOW)).isEmpty();
            entry.extendBy(5);
            settle();
            assertThat(entry.dueAt().toLocalDate()).isEqualTo("2026-12-08");
        }

        @Test
        @DisplayName("最后一日24时前算届满前，之后不能延长")
        void neverAfterTheLastDay() {
            assertThat(entry.obstacleToExtension(1, AFTER_THE_LAST_DAY.minusSeconds(1)))
                    .isEmpty();
            assertThat(entry.obstacleToExtension(1, AFTER_THE_LAST_DAY))
                    .hasValueSatisfying(why -> assertThat(why).contains("2026-12-01", "届满后不能延长"));
        }

        @Test
        @DisplayName("超过上限的、规则不许延长的、已经结束的不能延长")
        void notBeyondItsRow() {
            assertThat(entry.obstacleToExtension(6, NOW)).hasValue("最多还能延长5个工作日");
            assertThat(clock(ExtensionRule.NONE).obstacleToExtension(1, NOW)).hasValue("该期限依规定不得延长");
            entry.end(NOW);
            assertThat(entry.obstacleToExtension(1, NOW)).hasValue("该期限已经结束");
        }

        @Test
        @DisplayName("几次延长合计不超过上限")
        void allExtensionsTogetherWithinTheLimit() {
            LedgerEntry twice = clock(new ExtensionRule(5, 2, "centre-head", false, null, false, false));
            twice.extendBy(3);
            assertThat(twice.obstacleToExtension(2, NOW)).isEmpty();
            assertThat(twice.obstacleToExtension(3, NOW)).hasValue("最多还能延长2个工作日");
        }

        @Test
        @DisplayName("有人审批但次数为零的、约定的日期，都不能延长；集体讨论可延长的不受次数为零的限制")
        void neitherWithoutATurnNorAPromise() {
            assertThat(clock(new ExtensionRule(5, 0, "leader", false, null, false, false))
                            .obstacleToExtension(1, NOW))
                    .hasValue("该期限依规定不得延长");
            assertThat(clock(new ExtensionRule(5, 1, null, false, null, false, false))
                            .obstacleToExtension(1, NOW))
                    .hasValue("该期限依规定不得延长");
            assertThat(clock(new ExtensionRule(0, 0, "leader", true, null, false, false))
                            .obstacleToExtension(1, NOW))
                    .isEmpty();
            assertThat(clock(ONCE_BY_FIVE, LocalDate.of(2026, 12, 5), Set.of()).obstacleToExtension(1, NOW))
                    .hasValueSatisfying(why -> assertThat(why).contains("约定或者来源渠道载明的日期"));
        }

        @Test
        @DisplayName("扣除中的尚未届满，可以延长：剩余的日子增加，恢复后接着算")
        void alsoWhilePaused() {
            entry.pause(november(25), "TESTING", NOW);
            settle();
            assertThat(entry.obstacleToExtension(5, AFTER_THE_LAST_DAY)).isEmpty();
            assertThat(entry.obstacleToExtension(6, NOW)).hasValue("最多还能延长5个工作日");
            int left = entry.compute(calculator).remaining();
            approveOne(entry);
            assertThat(entry.compute(calculator).remaining()).isEqualTo(left + 5);
        }

        @Test
        @DisplayName("次数用完后，只有规则允许的才可集体讨论再延长，由集体讨论确定期限（程序规定第六十四条）")
        void furtherByCollectiveDecisionOnly() {
            approveOne(entry);
            assertThat(entry.obstacleToExtension(1, NOW)).hasValue("该期限最多延长1次，已经用完");

            LedgerEntry further = clock(new ExtensionRule(5, 1, "leader,director", true, null, false, false));
            assertThat(further.beyondItsRow()).isFalse();
            approveOne(further);
            assertThat(further.beyondItsRow()).isTrue();
            assertThat(further.obstacleToExtension(90, NOW)).isEmpty();
        }

        private void approveOne(LedgerEntry extended) {
            ExtensionRequest request =
                    new ExtensionRequest(extended, 5, "核对账目", "xincheng", NOW, extended.computeExtended(calculator, 5));
            extended.add(request);
            request.decide(ExtensionState.APPROVED, "centre-head", NOW);
            extended.extendBy(5);
        }
    }
}
