/**
 * Composed reads for screens: a case with its position, clocks and parties; lists, search, journal, progress. Writes
 * nothing. Read {@code CaseReadController} first.
 */
@ApplicationModule(
        displayName = "Desk 办件台",
        allowedDependencies = {
            "access",
            "cases",
            "deadlines",
            "documents",
            "notices",
            "intake",
            "supervision",
            "organisation",
            "platform",
            "shared"
        })
package org.jiesu.desk;

import org.springframework.modulith.ApplicationModule;
