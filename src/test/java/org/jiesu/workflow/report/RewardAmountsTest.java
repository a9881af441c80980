package org.jiesu.workflow.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import org.jiesu.shared.BadInput;
import org.jiesu.workflow.dmn.RewardRules;
import org.jiesu.workflow.dmn.RewardRules.Scale;
import org.jiesu.workflow.tasks.FilledForms;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RewardAmountsTest {

    private final RewardRules rules = mock(RewardRules.class);
    private final RewardAmounts amounts = new RewardAmounts(rules, new ReportCase().earlier);

    @BeforeEach
    void levelOne() {
        when(rules.scale(1))
                .thenReturn(new Scale(
                        5, BigDecimal.valueOf(5000), BigDecimal.valueOf(1_000_000), BigDecimal.valueOf(500_000)));
    }

    private BigDecimal decide(Object... keysAndValues) {
        return amounts.of(FilledForms.of("decide-reward", keysAndValues));
    }

    @ParameterizedTest
    @CsvSource({"0,5000", "200000,10000", "100000.50,5000.03", "99000000,1000000"})
    @DisplayName("不填金额即按罚没款的比例，不低于下限、不超过上限（国市监稽规〔2021〕4号）")
    void shareOfTheFineWithinBounds(String fine, String reward) {
        assertThat(decide("rewardLevel", "LEVEL_1", "penaltyAmount", fine, "decidedWithFinance", "true"))
                .isEqualByComparingTo(reward);
    }

    @Test
    @DisplayName("超出上下限、应会同财政而未会同、不予奖励而无理由的，退回填写")
    void refusesWhatTheLevelDoesNotAllow() {
        assertThatThrownBy(() -> decide("rewardLevel", "LEVEL_1", "rewardAmount", 4999))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("不低于5000元");
        assertThatThrownBy(() -> decide("rewardLevel", "LEVEL_1", "rewardAmount", 500_000))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("会同财政部门");
        assertThatThrownBy(() -> decide("rewardLevel", "NONE"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("理由");
    }
}
