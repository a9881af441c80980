/**
 * 督办: what is done about clocks that come near or pass their dates, what staff are told about it, and who looks
 * whether every case has somebody who works on it. Reads {@code deadlines} and {@code cases}; papers through
 * {@code documents}. Read {@link org.jiesu.supervision.Supervision} first.
 */
@ApplicationModule(
        displayName = "Supervision 督办",
        allowedDependencies = {
            "access",
            "cases",
            "deadlines",
            "documents",
            "organisation",
            "platform",
            "shared",
            "vault"
        })
package org.jiesu.supervision;

import org.springframework.modulith.ApplicationModule;
