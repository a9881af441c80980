package org.jiesu.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import org.jiesu.platform.BearerTokens;
import org.jiesu.platform.StaffDirectory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

@DisplayName("统一身份登录（OIDC）的开关")
class OidcConfigurationTest {

    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withBean(LoginSettings.class, PasswordPolicies::settings)
            .withBean(StaffDirectory.class, () -> mock(StaffDirectory.class))
            .withUserConfiguration(OidcConfiguration.class);

    @Test
    @DisplayName("不配置即没有")
    void isOffByDefault() {
        context.run(started -> assertThat(started)
                .hasNotFailed()
                .doesNotHaveBean(BearerTokens.class)
                .doesNotHaveBean("oidcLogin"));
        assertThat(new LoginController(PasswordPolicies.settings()).ways().elsewhere())
                .as("the login page shows no way to it")
                .isNull();
    }

    @Test
    @DisplayName("只配置签发者：接受令牌，不提供网页登录；签发者不在线也能启动")
    void anIssuerAloneMeansTokens() {
        context.withPropertyValues("jiesu.login.oidc.issuer=http://localhost:1").run(started -> assertThat(started)
                .hasNotFailed()
                .hasSingleBean(BearerTokens.class)
                .doesNotHaveBean("oidcLogin"));
    }
}
