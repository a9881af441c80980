package org.jiesu.login;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.function.BooleanSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Passwords that were right a moment ago, so that every REST call need not pay for the hash. Only an HMAC is kept, by a key
 * that no other process knows; the stored hash is part of it, so that a changed password is forgotten by itself.
 */
@Component
class RememberedPasswords {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int MOST_REMEMBERED = 10_000;

    private final SecretKeySpec key;
    private final Cache<String, Boolean> right;

    @Autowired
    RememberedPasswords(LoginSettings settings) {
        this(settings.remembered(), Ticker.systemTicker());
    }

    RememberedPasswords(Duration time, Ticker ticker) {
        byte[] secret = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(secret);
        key = new SecretKeySpec(secret, ALGORITHM);
        right = Caffeine.newBuilder()
                .ticker(ticker)
                .expireAfterWrite(time)
                // One slot is held while its password is being verified; few others should share it.
                .initialCapacity(MOST_REMEMBERED)
                .maximumSize(MOST_REMEMBERED)
                .build();
    }

    /** Verifies only what is not remembered; of several calls with the same password one verifies, the others wait. */
    boolean isRight(String userId, String hash, String password, BooleanSupplier verified) {
        return right.get(fingerprint(userId, hash, password), unknown -> verified.getAsBoolean() ? true : null) != null;
    }

    private String fingerprint(String... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                mac.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                mac.update(bytes);
            }
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is part of every Java", e);
        }
    }
}
