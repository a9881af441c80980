package org.jiesu.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Period;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("审计日志的保存期限（网络安全法第二十一条第三项）")
class AuditSettingsTest {

    @Test
    @DisplayName("少于六个月的设置不予启动")
    void neverLessThanSixMonths() {
        assertThat(new AuditSettings(Period.ofMonths(6)).keep()).isEqualTo(Period.ofMonths(6));
        for (Period shorter : new Period[] {Period.ZERO, Period.ofMonths(5), Period.ofDays(400), Period.ofYears(-1)}) {
            assertThatThrownBy(() -> new AuditSettings(shorter))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("6 months");
        }
    }
}
