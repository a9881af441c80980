package org.jiesu.intake;

import com.github.benmanes.caffeine.cache.Ticker;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiesu.cases.Codes;
import org.jiesu.platform.BearerTokens;
import org.jiesu.platform.RateLimit;
import org.jiesu.platform.SecurityEvent;
import org.jiesu.platform.Source;
import org.jiesu.platform.Staff;
import org.jiesu.shared.NotFound;
import org.jiesu.shared.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The keys with which systems of channels register what arrived, and nothing else; at most two of a channel are valid. */
@Component
class ChannelKeys implements BearerTokens {

    private static final Pattern TOKEN = Pattern.compile("jiesu_([0-9a-f]{12})_([A-Za-z0-9_-]{43})");
    private static final int ID_BYTES = 6;
    private static final int SECRET_BYTES = 32;
    private static final String GROUP = "channel";
    /** The last use is written, and told to the audit, this often at most. */
    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(10);

    private final ChannelKeyRepository keys;
    private final KeySettings settings;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final SecureRandom random = new SecureRandom();
    private final RateLimit calls;

    ChannelKeys(ChannelKeyRepository keys, KeySettings settings, Clock clock, ApplicationEventPublisher events) {
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
        this.events = events;
        calls = new RateLimit(settings.perMinute(), Duration.ofMinutes(1), "该密钥的调用过于频繁", Ticker.systemTicker());
    }

    /** A key that was just made, with the one sight of its secret. */
    record Made(ChannelKey key, String token) {}

    List<ChannelKey> all() {
        return keys.findAllByOrderByInstitutionAscChannelAscCreatedAtAsc();
    }

    ChannelKey get(String keyId) {
        return keys.findByKeyId(keyId).orElseThrow(() -> new NotFound("没有这个密钥"));
    }

    /** The first key of a channel, or one after all others have ended. */
    @Transactional
    Made make(String institution, String channel, LocalDateTime expiresAt, String by) {
        if (valid(institution, channel) > 0) {
            throw new Refusal("该渠道已有有效密钥，请轮换或者先撤销");
        }
        Made made = save(institution, channel, expiresAt == null ? now().plus(settings.valid()) : expiresAt, by);
        tell(SecurityEvent.Kind.KEY_CREATED, made.key());
        return made;
    }

    /** A second key; the first goes on working for a while, so that nothing that arrives is lost. */
    @Transactional
    Made rotate(String keyId, String by) {
        ChannelKey old = keys.findLockedByKeyId(keyId).orElseThrow(() -> new NotFound("没有这个密钥"));
        if (!old.isValid(now())) {
            throw new Refusal("密钥已失效，请新建");
        }
        if (valid(old.institution(), old.channel()) > 1) {
            throw new Refusal("该渠道已有两个有效密钥，请先撤销一个");
        }
        Made made = save(old.institution(), old.channel(), now().plus(settings.valid()), by);
        old.endsBy(now().plus(settings.overlap()));
        tell(SecurityEvent.Kind.KEY_ROTATED, made.key());
        return made;
    }

    @Transactional
    void revoke(String keyId, String by) {
        ChannelKey key = keys.findLockedByKeyId(keyId).orElseThrow(() -> new NotFound("没有这个密钥"));
        if (key.revokedAt() == null) {
            key.revoke(now(), by);
            tell(SecurityEvent.Kind.KEY_REVOKED, key);
        }
    }

    @Override
    @Transactional
    public Optional<Staff> staffOf(String token) {
        Matcher parts = TOKEN.matcher(token);
        if (!parts.matches()) {
            return Optional.empty();
        }
        return keys.findByKeyId(parts.group(1))
                .filter(key -> same(key.secretHash(), Receipts.hash(parts.group(2))))
                .filter(key -> key.isValid(now()))
                .map(this::used);
    }

    private Staff used(ChannelKey key) {
        calls.take(key.keyId());
        if (key.lastUsedAt() == null || now().isAfter(key.lastUsedAt().plus(USE_NOTED_EVERY))) {
            key.usedAt(now());
            events.publishEvent(new SecurityEvent(
                    SecurityEvent.Kind.LOGIN, userId(key), "渠道密钥 " + key.keyId() + "，来自 " + Source.current()));
        }
        return new Staff(
                userId(key), Codes.label("channel", key.channel()), Set.of(GROUP), key.institution(), key.channel());
    }

    private Made save(String institution, String channel, LocalDateTime expiresAt, String by) {
        byte[] id = new byte[ID_BYTES];
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(id);
        random.nextBytes(secret);
        String keyId = HexFormat.of().formatHex(id);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        // 256 random bits need no slow hash.
        ChannelKey key =
                keys.save(new ChannelKey(keyId, Receipts.hash(text), institution, channel, now(), by, expiresAt));
        return new Made(key, "jiesu_" + keyId + "_" + text);
    }

    private long valid(String institution, String channel) {
        LocalDateTime now = now();
        return keys.findByInstitutionAndChannel(institution, channel).stream()
                .filter(key -> key.isValid(now))
                .count();
    }

    private void tell(SecurityEvent.Kind kind, ChannelKey key) {
        events.publishEvent(new SecurityEvent(kind, userId(key), "渠道密钥 " + key.keyId() + "，机构 " + key.institution()));
    }

    private static String userId(ChannelKey key) {
        return GROUP + "-" + key.channel();
    }

    private static boolean same(String hash, String other) {
        return MessageDigest.isEqual(hash.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock);
    }
}
