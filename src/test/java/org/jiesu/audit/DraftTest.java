package org.jiesu.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("审计记录不收别人随手填的文字")
class DraftTest {

    @Test
    @DisplayName("登录时填错地方的内容（姓名、口令）不当作用户名保存")
    void whatIsNoUserIdIsNotKept() {
        for (String typed : new String[] {"张三", "P@ssw0rd!", "a b", "", null, "x".repeat(65)}) {
            assertThat(failed(typed).actor()).as(typed).isEqualTo("?");
        }
        assertThat(failed("channel-12345").actor()).isEqualTo("channel-12345");
    }

    @Test
    @DisplayName("地址里夹带的文字不保存")
    void whatIsNoPlainAddressIsNotKept() {
        assertThat(AuditTrail.plain("engine: POST task/create")).isEqualTo("engine: POST task/create");
        assertThat(AuditTrail.plain("/api/cases/张三")).isNull();
        assertThat(AuditTrail.plain("x'; drop table")).isNull();
        assertThat(AuditTrail.plain(null)).isNull();
    }

    private static Draft failed(String user) {
        return new Draft(LocalDateTime.of(2026, 11, 9, 9, 0), null, user, AuditKind.LOGIN_FAILED, null, null, null);
    }
}
