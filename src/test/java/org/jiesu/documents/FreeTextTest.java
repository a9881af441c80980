package org.jiesu.documents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("送达对方的文字遮盖号码")
class FreeTextTest {

    @Test
    @DisplayName("手机、固定电话和身份证号码被遮盖")
    void coversPhonesAndIdentityNumbers() {
        assertThat(FreeText.withoutNumbers("周小禾13853800001、138-5380-0001、0538-3210001，证件37098319900101123X"))
                .isEqualTo("周小禾***、***、***，证件***");
    }

    @Test
    @DisplayName("金额、日期和订单号保留")
    void keepsAmountsDatesAndOrderNumbers() {
        var text = "2026年11月9日支付1068.50元，订单260211093615470037";

        assertThat(FreeText.withoutNumbers(text)).isEqualTo(text);
    }
}
