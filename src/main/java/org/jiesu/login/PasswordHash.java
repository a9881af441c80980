package org.jiesu.login;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jiesu.platform.TooManyRequests;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Argon2id, which costs time and memory on purpose; no more of it at once than there are processors. */
@Component
public class PasswordHash {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final PasswordEncoder encoder;
    private final Semaphore running = new Semaphore(Runtime.getRuntime().availableProcessors());
    private final String nobodys;

    @Autowired
    PasswordHash(LoginSettings settings) {
        this(new Argon2PasswordEncoder(
                SALT_BYTES,
                HASH_BYTES,
                1,
                settings.hash().memory(),
                settings.hash().iterations()));
    }

    PasswordHash(PasswordEncoder encoder) {
        this.encoder = encoder;
        this.nobodys = encoder.encode(UUID.randomUUID().toString());
    }

    public String encode(String password) {
        return oneOfFew(() -> encoder.encode(password));
    }

    public boolean matches(String password, String hash) {
        return oneOfFew(() -> encoder.matches(password, hash));
    }

    /** Whether the hash was made at a lower cost than today's. */
    public boolean isOutdated(String hash) {
        return encoder.upgradeEncoding(hash);
    }

    /** Takes as long as for a user who exists. */
    void pretend(String password) {
        matches(password, nobodys);
    }

    private <T> T oneOfFew(Supplier<T> work) {
        try {
            if (!running.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new TooManyRequests("当前登录人数过多", PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting to hash", e);
        }
        try {
            return work.get();
        } finally {
            running.release();
        }
    }
}
