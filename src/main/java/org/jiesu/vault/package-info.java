/**
 * The vault: what names a person or can give one away is encrypted column by column before it reaches the database, and
 * data keys lie in the database only wrapped by a master key from outside (ADR 0013). Knows no case and no party;
 * touches {@code platform} and {@code shared} only. An entity takes part by extending
 * {@link org.jiesu.vault.EncryptedRow} and marking its attributes {@link org.jiesu.vault.Encrypted}. Read
 * {@link org.jiesu.vault.Vault} first.
 */
@ApplicationModule(
        displayName = "Vault 身份保险库",
        allowedDependencies = {"access", "platform", "shared"})
package org.jiesu.vault;

import org.springframework.modulith.ApplicationModule;
