package org.jiesu.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("适用的办法")
class LawVersionTest {

    @Test
    @DisplayName("收到日期在2026年4月15日之前的适用暂行办法（令121第四十六条）")
    void followsTheDayOfReceipt() {
        assertThat(LawVersion.inForceOn(LocalDate.of(2026, 4, 14))).isEqualTo(LawVersion.ORDER_20);
        assertThat(LawVersion.inForceOn(LocalDate.of(2026, 4, 15))).isEqualTo(LawVersion.ORDER_121);
    }

    @Test
    @DisplayName("不予受理情形：暂行办法六项，现行办法七项；终止调解情形：七项、八项")
    void countsTheGrounds() {
        assertThat(LawVersion.ORDER_20.declineGroundCount()).isEqualTo(6);
        assertThat(LawVersion.ORDER_121.declineGroundCount()).isEqualTo(7);
        assertThat(LawVersion.ORDER_20.terminationGroundCount()).isEqualTo(7);
        assertThat(LawVersion.ORDER_121.terminationGroundCount()).isEqualTo(8);
    }

    @Test
    @DisplayName("每项情形都有条文出处")
    void citesEveryGround() {
        for (var law : LawVersion.values()) {
            for (var item = 1; item <= law.terminationGroundCount(); item++) {
                assertThat(law.termination(item)).endsWith("项");
                assertThat(law.terminationGround(item)).isNotBlank();
            }
        }
        assertThat(LawVersion.ORDER_121.termination(8)).isEqualTo("《市场监督管理投诉举报处理办法》第二十三条第八项");
    }
}
