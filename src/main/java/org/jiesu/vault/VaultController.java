package org.jiesu.vault;

import java.util.List;
import org.jiesu.platform.CurrentStaff;
import org.jiesu.shared.Forbidden;
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
    private final CurrentStaff staff;

    VaultController(Reencryption reencryption, CurrentStaff staff) {
        this.reencryption = reencryption;
        this.staff = staff;
    }

    @GetMapping
    State state() {
        requireAdministrator();
        return new State(
                reencryption.currentKey(),
                reencryption.running(),
                reencryption.remaining().stream()
                        .filter(table -> table.rows() > 0)
                        .toList());
    }

    @PostMapping("/rotation")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void rotate() {
        requireAdministrator();
        reencryption.rotate();
    }

    private void requireAdministrator() {
        if (!staff.get().in("admin")) {
            throw new Forbidden("只有系统管理员可以管理密钥");
        }
    }
}
