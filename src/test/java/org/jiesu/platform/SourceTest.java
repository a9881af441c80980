package org.jiesu.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

@DisplayName("请求来源")
class SourceTest {

    @Test
    @DisplayName("自称的来源（X-Forwarded-For）不算数")
    void whatTheCallerSaysDoesNotCount() {
        MockHttpServletRequest request = from("192.0.2.1");
        request.addHeader("X-Forwarded-For", "203.0.113.7");
        request.addHeader("Forwarded", "for=203.0.113.7");
        assertThat(Source.of(request)).isEqualTo("192.0.2.1");
    }

    @Test
    @DisplayName("IPv6 按网段计，同一网段换地址无用")
    void oneNetworkIsOneSource() {
        assertThat(Source.of(from("2001:db8:1:2:3:4:5:6")))
                .isEqualTo(Source.of(from("2001:db8:1:2::9")))
                .isNotEqualTo(Source.of(from("2001:db8:1:3::9")));
        assertThat(Source.of(from("2001:db8:1:2:3:4:5:6"))).isEqualTo("2001:db8:1:2:0:0:0:0/64");
        assertThat(Source.of(from("::ffff:192.0.2.1"))).isEqualTo("192.0.2.1");
        assertThat(Source.of(from("::1"))).isEqualTo("0:0:0:0:0:0:0:1");
    }

    @Test
    @DisplayName("没有请求时（定时任务）也有一个名称")
    void thereMayBeNoRequest() {
        assertThat(Source.current()).isEqualTo(Source.NOWHERE);
    }

    private static MockHttpServletRequest from(String address) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        return request;
    }
}
