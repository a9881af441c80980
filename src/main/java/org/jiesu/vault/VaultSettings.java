package org.jiesu.vault;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the master key is.
 *
 * @param masterKey the key itself, base64 of 16 bytes or more
 * @param masterKeyFile a file that holds it
 * @param previousMasterKeyFile the key before it; at the next start the data keys pass from that to this one
 * @param ownKey whether a system for trying makes a key of its own and keeps it beside its database
 */
@ConfigurationProperties("jiesu.vault")
record VaultSettings(String masterKey, Path masterKeyFile, Path previousMasterKeyFile, boolean ownKey) {}
