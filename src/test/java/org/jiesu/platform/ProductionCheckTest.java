package org.jiesu.platform;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

@DisplayName("正式环境不得与演示、演练环境同时启用")
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

    private static void start(String profiles) {
        MockEnvironment environment = new MockEnvironment();
        environment.setActiveProfiles(profiles.split(","));
        ProductionCheck check = new ProductionCheck();
        check.setEnvironment(environment);
        check.postProcessBeanFactory(null);
    }
}
