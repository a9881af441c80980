/**
 * 来件: what arrived, from whichever channel; kept as it came, recognised when it comes again, split when it is
 * complaint and report at once. Touches {@code cases}, {@code deadlines} and what lies below everything.
 * Read {@link org.jiesu.intake.Intake} first.
 */
@ApplicationModule(
        displayName = "Intake 来件",
        allowedDependencies = {"access", "cases", "deadlines", "organisation", "platform", "shared", "vault"})
package org.jiesu.intake;

import org.springframework.modulith.ApplicationModule;
