package org.jiesu.platform;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

@DisplayName("正式环境不得与演示、演练环境同时启用，也不得缺少密钥")
class ProductionCheckTest {

    @ParameterizedTest
    @ValueSource(strings = {"production,demo", "rehearsal,production", "production,demo,rehearsal"})
    void refusesProductionBesideDemoOrRehearsal(String profiles) {
        assertThatThrownBy(() -> start(profiles))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("must stand alone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"production", "demo", "demo,rehearsal", "production,office-7"})
    void acceptsEitherOfThem(String profiles) {
        assertThatCode(() -> start(profiles)).doesNotThrowAnyException();
    }

    @Test
    void namesEverySecretThatIsMissing() {
        MockEnvironment environment = with("production").withProperty("JIESU_DB_PASSWORD", " ");
        environment.withProperty("JIESU_DB_URL", "jdbc:postgresql://database/jiesu");
        assertThatThrownBy(() -> check(environment))
                .hasMessageContaining("[JIESU_DB_USER, JIESU_DB_PASSWORD, JIESU_RECEIPT_KEY,"
                        + " JIESU_VAULT_MASTER_KEY or JIESU_VAULT_MASTER_KEY_FILE]");
    }

    @Test
    void asksNoSecretsOfADemo() {
        assertThatCode(() -> check(with("demo"))).doesNotThrowAnyException();
    }

    @Test
    void believesNoOidcProviderWithoutTls() {
        MockEnvironment environment =
                with("production").withProperty("jiesu.login.oidc.issuer", "http://login.example/realm");
        assertThatThrownBy(() -> start(environment)).hasMessageContaining("https");
        environment.setProperty("jiesu.login.oidc.issuer", "https://login.example/realm");
        assertThatCode(() -> start(environment)).doesNotThrowAnyException();
    }

    private static void start(String profiles) {
        start(with(profiles.split(",")));
    }

    private static void start(MockEnvironment environment) {
        Stream.of(
                        "JIESU_DB_URL",
                        "JIESU_DB_USER",
                        "JIESU_DB_PASSWORD",
                        "JIESU_RECEIPT_KEY",
                        "JIESU_VAULT_MASTER_KEY_FILE")
                .forEach(name -> environment.setProperty(name, "given"));
        check(environment);
    }

    private static MockEnvironment with(String... profiles) {
        MockEnvironment environment = new MockEnvironment();
        environment.setActiveProfiles(profiles);
        return environment;
    }

    private static void check(MockEnvironment environment) {
        ProductionCheck check = new ProductionCheck();
        check.setEnvironment(environment);
        check.postProcessBeanFactory(null);
    }
}
