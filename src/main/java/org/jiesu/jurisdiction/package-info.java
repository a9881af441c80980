/**
 * 管辖: what a case is about, where it belongs and what the decision tables propose for it. Touches {@code cases},
 * {@code organisation} and {@code shared}. Read {@link org.jiesu.jurisdiction.Assessor} first.
 */
@ApplicationModule(
        displayName = "Jurisdiction 管辖",
        allowedDependencies = {"cases", "organisation", "shared"})
package org.jiesu.jurisdiction;

import org.springframework.modulith.ApplicationModule;
