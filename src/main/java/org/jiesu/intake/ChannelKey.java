package org.jiesu.intake;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDateTime;
import org.hibernate.annotations.DynamicUpdate;

/**
 * The key of one channel's system, known by its hash alone. Only what changed is written: a use that is still under way
 * does not undo a revocation.
 */
@Entity
@DynamicUpdate
class ChannelKey {

    @Id
    private String keyId;

    private String secretHash;
    private String institution;
    private String channel;
    private LocalDateTime createdAt;
    private String createdBy;
    private LocalDateTime expiresAt;
    private LocalDateTime lastUsedAt;
    private LocalDateTime revokedAt;
    private String revokedBy;

    protected ChannelKey() {}

    ChannelKey(
            String keyId,
            String secretHash,
            String institution,
            String channel,
            LocalDateTime createdAt,
            String createdBy,
            LocalDateTime expiresAt) {
        this.keyId = keyId;
        this.secretHash = secretHash;
        this.institution = institution;
        this.channel = channel;
        this.createdAt = createdAt;
        this.createdBy = createdBy;
        this.expiresAt = expiresAt;
    }

    String keyId() {
        return keyId;
    }

    String secretHash() {
        return secretHash;
    }

    String institution() {
        return institution;
    }

    String channel() {
        return channel;
    }

    LocalDateTime createdAt() {
        return createdAt;
    }

    String createdBy() {
        return createdBy;
    }

    LocalDateTime expiresAt() {
        return expiresAt;
    }

    LocalDateTime lastUsedAt() {
        return lastUsedAt;
    }

    LocalDateTime revokedAt() {
        return revokedAt;
    }

    boolean isValid(LocalDateTime now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }

    void usedAt(LocalDateTime now) {
        lastUsedAt = now;
    }

    /** An earlier end stays. */
    void endsBy(LocalDateTime end) {
        if (end.isBefore(expiresAt)) {
            expiresAt = end;
        }
    }

    void revoke(LocalDateTime now, String by) {
        if (revokedAt == null) {
            revokedAt = now;
            revokedBy = by;
        }
    }
}
