/**
 * The record: what was received, decided and done in a case, who its parties are, and who may see it.
 * Touches {@code access}, {@code vault}, {@code organisation}, {@code platform} and {@code shared} only.
 * Read {@link org.jiesu.cases.Cases} first.
 */
@ApplicationModule(
        displayName = "Cases 办件",
        allowedDependencies = {"access", "organisation", "platform", "shared", "vault"})
package org.jiesu.cases;

import org.springframework.modulith.ApplicationModule;
