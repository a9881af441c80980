package org.jiesu.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jiesu.platform.TooManyRequests;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("登录限速")
class LoginThrottleTest {

    private static final String HERE = "192.0.2.1";

    private final HandTicker time = new HandTicker();
    private final LoginThrottle throttle =
            new LoginThrottle(new LoginSettings.Throttle(3, Duration.ofSeconds(2), Duration.ofSeconds(60), 20), time);

    @Test
    @DisplayName("三次不等，此后等待逐次加倍，到上限为止")
    void theWaitGrows() {
        List<Long> waits = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            TooManyRequests refused = begin(HERE, "zhang");
            if (refused != null) {
                waits.add(refused.retryAfterSeconds());
                time.pass(Duration.ofSeconds(refused.retryAfterSeconds()));
                assertThat(begin(HERE, "zhang")).isNull();
            }
        }
        assertThat(waits).containsExactly(2L, 4L, 8L, 16L, 32L, 60L, 60L);
    }

    @Test
    @DisplayName("一处连续输错，不影响本人在别处登录，也不影响别人在此处登录")
    void nobodyElseIsKeptOut() {
        for (int i = 0; i < 10; i++) {
            begin(HERE, "zhang");
        }
        assertThat(begin(HERE, "zhang")).isNotNull();
        assertThat(begin("192.0.2.2", "zhang")).isNull();
        assertThat(begin(HERE, "li")).isNull();
    }

    @Test
    @DisplayName("输对后从头计起；一小时无失败即忘记")
    void successForgives() {
        for (int i = 0; i < 3; i++) {
            begin(HERE, "zhang");
        }
        time.pass(Duration.ofSeconds(2));
        throttle.begin(HERE, "zhang");
        throttle.succeeded(HERE, "zhang");
        for (int i = 0; i < 3; i++) {
            assertThat(begin(HERE, "zhang")).isNull();
        }
        time.pass(Duration.ofMinutes(61));
        assertThat(begin(HERE, "zhang")).isNull();
        assertThat(begin(HERE, "zhang")).isNull();
    }

    @Test
    @DisplayName("同一来源换着用户名猜，用完次数即停；登录成功的不计")
    void oneSourceHasABudget() {
        for (int i = 0; i < 50; i++) {
            String user = "right" + i;
            assertThatCode(() -> throttle.begin(HERE, user)).doesNotThrowAnyException();
            throttle.succeeded(HERE, user);
        }
        for (int i = 0; i < 20; i++) {
            assertThat(begin(HERE, "wrong" + i)).isNull();
        }
        assertThat(begin(HERE, "wrong")).isNotNull();
        assertThat(begin("192.0.2.2", "wrong")).isNull();
        time.pass(Duration.ofSeconds(30));
        assertThat(begin(HERE, "wrong")).isNull();
    }

    private TooManyRequests begin(String source, String user) {
        return catchThrowableOfType(TooManyRequests.class, () -> throttle.begin(source, user));
    }
}
