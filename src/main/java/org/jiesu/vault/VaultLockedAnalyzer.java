package org.jiesu.vault;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says one sentence at start instead of a hundred lines of stack trace. */
class VaultLockedAnalyzer extends AbstractFailureAnalyzer<VaultLocked> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, VaultLocked cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Give the master key of this database as JIESU_VAULT_MASTER_KEY (base64) or as the file named by"
                        + " JIESU_VAULT_MASTER_KEY_FILE. Without it nobody can read the identities, also not we.",
                cause);
    }
}
