/**
 * The record: what was received, decided and done in a case, who its parties are, and who may see it.
 * Touches {@code shared}, {@code organisation} and {@code platform} only. Read {@link org.jiesu.cases.Cases} first.
 */
@ApplicationModule(
        displayName = "Cases 办件",
        allowedDependencies = {"shared", "organisation", "platform", "vault"})
package org.jiesu.cases;

import org.springframework.modulith.ApplicationModule;
