package org.jiesu.vault;

import java.util.List;
import org.jiesu.access.Action;
import org.jiesu.access.Needs;
import org.jiesu.platform.SecurityEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The keys of the vault, for system administrators: which one is in use, and its rotation. */
@RestController
@RequestMapping("/api/vault")
class VaultController {

    record State(int currentKey, boolean rotating, List<Reencryption.Remaining> underOldKeys) {}

    private final Reencryption reencryption;
    private final ApplicationEventPublisher events;

    VaultController(Reencryption reencryption, ApplicationEventPublisher events) {
        this.reencryption = reencryption;
        this.events = events;
    }

    @GetMapping
    @Needs(Action.KEEP_KEYS)
    State state() {
        return new State(
                reencryption.currentKey(),
                reencryption.running(),
                reencryption.remaining().stream()
                        .filter(table -> table.rows() > 0)
                        .toList());
    }

    @PostMapping("/rotation")
    @Needs(Action.KEEP_KEYS)
    @ResponseStatus(HttpStatus.ACCEPTED)
    void rotate() {
        reencryption.rotate();
        events.publishEvent(new SecurityEvent(SecurityEvent.Kind.KEY_ROTATED, "vault", "身份保险库密钥轮换"));
    }
}
