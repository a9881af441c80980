package org.jiesu.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What the journeys can't see, because they run a demo. */
@DisplayName("正式环境的设置")
class ProductionSettingsTest {

    private static final Map<String, String> SAFE = Map.of(
            "server.servlet.session.cookie.secure", "true",
            "server.servlet.session.tracking-modes", "cookie",
            "server.error.include-stacktrace", "never",
            "server.error.include-message", "never",
            "camunda.bpm.webapp.session-cookie.enable-secure-cookie", "true",
            "camunda.bpm.webapp.csrf.enable-secure-cookie", "true",
            "camunda.bpm.authorization.enabled", "true",
            "springdoc.api-docs.enabled", "false",
            "springdoc.swagger-ui.enabled", "false",
            "management.endpoints.web.exposure.include", "health");

    @Test
    @DisplayName("Cookie 只走加密连接，接口文档关闭，运维端点只有健康检查，出错不说内情")
    void productionIsClosed() {
        new ApplicationContextRunner()
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withPropertyValues("spring.profiles.active=production")
                .run(context -> {
                    assertThat(SAFE).allSatisfy((name, value) -> assertThat(
                                    context.getEnvironment().getProperty(name))
                            .as(name)
                            .isEqualTo(value));
                    assertThat(context.getEnvironment().getProperty("spring.h2.console.enabled", "false"))
                            .isEqualTo("false");
                });
    }

    @ParameterizedTest
    @CsvSource({"production, true", "demo, false"})
    @DisplayName("正式环境让浏览器从此只走加密连接；演示环境没有加密连接，不这样说")
    void browsersComeBackEncrypted(String profile, boolean said) throws Exception {
        MockEnvironment environment = new MockEnvironment();
        environment.setActiveProfiles(profile);
        MockHttpServletResponse response = new MockHttpServletResponse();
        new PlatformConfiguration()
                .securityHeadersFilter(environment)
                .getFilter()
                .doFilter(new MockHttpServletRequest("GET", "/camunda/app/"), response, new MockFilterChain());
        assertThat(response.containsHeader("Strict-Transport-Security")).isEqualTo(said);
    }
}
