package org.jiesu.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("密码要求")
class PasswordPolicyTest {

    private final PasswordPolicy policy = PasswordPolicies.ofProduction();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Password@123",
                "P@ssw0rd2026",
                "1qaz2wsx3edc",
                "123456789012",
                "aaaaaaaaaaaa",
                "woaini1314520",
                "qwertyuiop12",
                "abcd1234abcd",
                "Zhongguo@123"
            })
    @DisplayName("常见的、按键盘顺序的、重复的：不够")
    void commonPasswordsAreRefused(String password) {
        assertThat(policy.faults(password, "zhang")).singleElement().asString().contains("容易猜中");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Fc-Kestrel-7721", "correct horse battery", "肥城桃花三月开在山坡上"})
    @DisplayName("不常见的短语可用，不要求字符种类")
    void phrasesAreGood(String password) {
        assertThat(policy.faults(password + "x", "zhang")).isEmpty();
    }

    @Test
    @DisplayName("一次说明全部不符之处")
    void everyFaultIsNamed() {
        assertThat(policy.faults("Zhang1", "zhang")).hasSize(3).anySatisfy(fault -> assertThat(fault)
                .contains("用户名"));
        assertThat(policy.faults(null, "zhang")).hasSize(2);
        assertThat(policy.faults("x".repeat(129), "zhang"))
                .singleElement()
                .asString()
                .contains("128");
    }

    @Test
    @DisplayName("本地地名和单位名由配置给出，算作常见密码")
    void namesOfThePlaceAreCommon() {
        String named = "wenyangqiaotou";
        assertThat(policy.faults(named, "zhang")).isEmpty();
        LoginSettings settings = PasswordPolicies.settings(Map.of("jiesu.login.password.local", "wenyang,qiaotou"));
        assertThat(new PasswordPolicy(settings).faults(named, "zhang"))
                .singleElement()
                .asString()
                .contains("容易猜中");
    }
}
