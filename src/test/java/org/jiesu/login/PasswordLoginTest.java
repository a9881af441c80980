package org.jiesu.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jiesu.platform.SecurityEvent;
import org.jiesu.platform.TooManyRequests;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

@DisplayName("密码登录")
class PasswordLoginTest {

    private static final String RIGHT = "correct horse battery";

    private final HandTicker time = new HandTicker();
    private final CountingEncoder encoder = new CountingEncoder();
    private final PasswordHash hashes = new PasswordHash(encoder);
    private final List<Object> events = new ArrayList<>();
    private final PasswordLogin login = new PasswordLogin(
            new RememberedPasswords(Duration.ofSeconds(60), time),
            new LoginThrottle(new LoginSettings.Throttle(3, Duration.ofSeconds(2), Duration.ofMinutes(5), 100), time),
            hashes,
            events::add);
    private final Store store = new Store();

    @Test
    @DisplayName("不存在的用户与密码错误一样，恰好验算一次")
    void anUnknownUserCostsTheSame() {
        store.put("zhang", RIGHT);
        encoder.matched.set(0);
        assertThat(login.isRight("zhang", "wrong", store)).isFalse();
        assertThat(encoder.matched).hasValue(1);
        assertThat(login.isRight("nobody-knows", "wrong", store)).isFalse();
        assertThat(encoder.matched).hasValue(2);
    }

    @Test
    @DisplayName("旧式散列验算虽快，输错时也付同样的代价；输对时换成新散列")
    void anOldHashIsReplaced() {
        store.accounts.put("zhang", new PasswordLogin.Account("{SHA-512}x", true, RIGHT::equals));
        encoder.matched.set(0);
        assertThat(login.isRight("zhang", "wrong", store)).isFalse();
        assertThat(encoder.matched).hasValue(1);
        assertThat(store.rehashed).isEmpty();
        assertThat(login.isRight("zhang", RIGHT, store)).isTrue();
        assertThat(store.rehashed).containsExactly("zhang");
    }

    @Test
    @DisplayName("输对的六十秒内不再验算；换了密码立即失效")
    void aRightPasswordIsRemembered() {
        store.put("zhang", RIGHT);
        encoder.matched.set(0);
        for (int i = 0; i < 5; i++) {
            assertThat(login.isRight("zhang", RIGHT, store)).isTrue();
        }
        assertThat(encoder.matched).hasValue(1);
        time.pass(Duration.ofSeconds(61));
        assertThat(login.isRight("zhang", RIGHT, store)).isTrue();
        assertThat(encoder.matched).hasValue(2);

        store.put("zhang", "another horse battery");
        assertThat(login.isRight("zhang", RIGHT, store)).isFalse();
        store.accounts.clear();
        assertThat(login.isRight("zhang", "another horse battery", store)).isFalse();
    }

    @Test
    @DisplayName("同一处有人连续输错时，记住的密码仍可用")
    void aRememberedPasswordPassesTheThrottle() {
        store.put("zhang", RIGHT);
        assertThat(login.isRight("zhang", RIGHT, store)).isTrue();
        for (int i = 0; i < 3; i++) {
            assertThat(login.isRight("zhang", "wrong" + i, store)).isFalse();
        }
        assertThatThrownBy(() -> login.isRight("zhang", "wrong", store)).isInstanceOf(TooManyRequests.class);
        assertThat(login.isRight("zhang", RIGHT, store)).isTrue();
    }

    @Test
    @DisplayName("五十个同时用同一正确密码：只验算一次，全部通过")
    void manyAtOnceWithTheSamePassword() {
        store.put("zhang", RIGHT);
        encoder.matched.set(0);
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            var all = IntStream.range(0, 50)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> login.isRight("zhang", RIGHT, store), pool))
                    .toList();
            assertThat(all).allSatisfy(one -> assertThat(one.join()).isTrue());
        } finally {
            pool.shutdownNow();
        }
        assertThat(encoder.matched).hasValue(1);
    }

    @Test
    @DisplayName("失败告知审计；不存在的用户名（可能是误输的密码）不写出，密码从不写出")
    void failuresAreTold() {
        store.put("zhang", RIGHT);
        login.isRight("zhang", "my-wrong-secret", store);
        login.isRight("my-password-in-the-wrong-field", "x", store);
        assertThat(events)
                .hasSize(2)
                .allSatisfy(event -> assertThat(event.toString()).doesNotContain("my-"))
                .extracting(event -> ((SecurityEvent) event).userId())
                .containsExactly("zhang", "unknown");
    }

    @Test
    @DisplayName("过长的用户名和密码不验算")
    void nothingEndlessIsHashed() {
        encoder.matched.set(0);
        assertThat(login.isRight("z".repeat(65), "x", store)).isFalse();
        assertThat(login.isRight("zhang", "x".repeat(100_000), store)).isFalse();
        assertThat(login.isRight("zhang", null, store)).isFalse();
        assertThat(encoder.matched).hasValue(0);
    }

    private final class Store implements PasswordLogin.Accounts {

        private final Map<String, PasswordLogin.Account> accounts = new HashMap<>();
        private final List<String> rehashed = new ArrayList<>();

        void put(String userId, String password) {
            String hash = hashes.encode(password);
            accounts.put(userId, new PasswordLogin.Account(hash, false, given -> hashes.matches(given, hash)));
        }

        @Override
        public Optional<PasswordLogin.Account> find(String userId) {
            return Optional.ofNullable(accounts.get(userId));
        }

        @Override
        public void rehash(String userId, String password) {
            rehashed.add(userId);
        }
    }

    private static final class CountingEncoder implements PasswordEncoder {

        private final PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 8, 1);
        private final AtomicInteger matched = new AtomicInteger();

        @Override
        public String encode(CharSequence password) {
            return argon2.encode(password);
        }

        @Override
        public boolean matches(CharSequence password, String hash) {
            matched.incrementAndGet();
            return argon2.matches(password, hash);
        }
    }
}
