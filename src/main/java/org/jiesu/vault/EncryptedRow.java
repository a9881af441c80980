package org.jiesu.vault;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.util.UUID;

/**
 * A row with {@link Encrypted} columns. Its key goes into each of them, so that a value copied into another row does
 * not decrypt; it is the row's own because a number given by the database is known too late.
 */
@MappedSuperclass
public abstract class EncryptedRow {

    @Column(updatable = false)
    private String rowKey = UUID.randomUUID().toString();
}
