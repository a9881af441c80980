/**
 * 归档、保存和销毁: a case as a package that can be read without the system, how long it is kept, and how it is destroyed
 * (ADR 0017). Reads every feature; each deletes its own rows when {@link org.jiesu.cases.CaseDisposed} is published.
 * Read {@link org.jiesu.archive.Disposals} first.
 */
@ApplicationModule(
        displayName = "Archive 归档",
        allowedDependencies = {
            "access",
            "cases",
            "deadlines",
            "documents",
            "intake",
            "notices",
            "organisation",
            "platform",
            "shared",
            "supervision",
            "vault"
        })
package org.jiesu.archive;

import org.springframework.modulith.ApplicationModule;
