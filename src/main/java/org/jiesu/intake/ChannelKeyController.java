package org.jiesu.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jiesu.access.Action;
import org.jiesu.access.Needs;
import org.jiesu.cases.Codes;
import org.jiesu.organisation.Institutions;
import org.jiesu.platform.CurrentStaff;
import org.jiesu.shared.ChinaTime;
import org.jiesu.shared.NotFound;
import org.jiesu.shared.WrongFields;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The keys of channels' systems, for system administrators. */
@RestController
@RequestMapping("/api/channel-keys")
class ChannelKeyController {

    /** What is asked for; without an end, the key is good for as long as the settings say. */
    record Wanted(String institution, String channel, LocalDate expiresOn) {}

    /** @param token the whole key, only in the answer that made it */
    record View(
            String keyId,
            String token,
            String institution,
            String channel,
            OffsetDateTime createdAt,
            String createdBy,
            OffsetDateTime expiresAt,
            OffsetDateTime lastUsedAt,
            OffsetDateTime revokedAt,
            boolean valid) {}

    private final ChannelKeys keys;
    private final CurrentStaff staff;
    private final Institutions institutions;
    private final Clock clock;

    ChannelKeyController(ChannelKeys keys, CurrentStaff staff, Institutions institutions, Clock clock) {
        this.keys = keys;
        this.staff = staff;
        this.institutions = institutions;
        this.clock = clock;
    }

    @GetMapping
    @Needs(Action.KEEP_CHANNEL_KEYS)
    List<View> all() {
        return keys.all().stream()
                .filter(key -> isOurs(key.institution()))
                .map(key -> view(key, null))
                .toList();
    }

    @PostMapping
    @Needs(Action.KEEP_CHANNEL_KEYS)
    @ResponseStatus(HttpStatus.CREATED)
    View make(@RequestBody Wanted wanted) {
        String institution = Objects.requireNonNullElse(
                wanted.institution(), Objects.requireNonNullElse(staff.get().institution(), ""));
        var wrong = new WrongFields();
        if (institutions.find(institution).isEmpty() || !isOurs(institution)) {
            wrong.add("institution", "没有这个机构");
        }
        if (wanted.channel() == null || !Codes.list("channel").containsKey(wanted.channel())) {
            wrong.add("channel", "没有这个渠道");
        }
        if (wanted.expiresOn() != null && !wanted.expiresOn().isAfter(LocalDate.now(clock))) {
            wrong.add("expiresOn", "有效期应晚于今天");
        }
        wrong.refuse();
        // The named day is the last one.
        LocalDateTime end = wanted.expiresOn() == null
                ? null
                : wanted.expiresOn().plusDays(1).atStartOfDay();
        return view(keys.make(institution, wanted.channel(), end, staff.id()));
    }

    @PostMapping("/{keyId}/rotation")
    @Needs(Action.KEEP_CHANNEL_KEYS)
    @ResponseStatus(HttpStatus.CREATED)
    View rotate(@PathVariable String keyId) {
        return view(keys.rotate(ours(keyId), staff.id()));
    }

    @DeleteMapping("/{keyId}")
    @Needs(Action.KEEP_CHANNEL_KEYS)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable String keyId) {
        keys.revoke(ours(keyId), staff.id());
    }

    private String ours(String keyId) {
        if (!isOurs(keys.get(keyId).institution())) {
            throw new NotFound("没有这个密钥");
        }
        return keyId;
    }

    /** The first administrator belongs to no institution and keeps the keys of all. */
    private boolean isOurs(String institution) {
        String own = staff.get().institution();
        return own == null || own.equals(institution);
    }

    private View view(ChannelKeys.Made made) {
        return view(made.key(), made.token());
    }

    private View view(ChannelKey key, String token) {
        return new View(
                key.keyId(),
                token,
                key.institution(),
                key.channel(),
                ChinaTime.of(key.createdAt()),
                key.createdBy(),
                ChinaTime.of(key.expiresAt()),
                ChinaTime.of(key.lastUsedAt()),
                ChinaTime.of(key.revokedAt()),
                key.isValid(LocalDateTime.now(clock)));
    }
}
