/**
 * The legal papers (文书) of a case: one record per paper, its template, number, rendering and storage.
 * May read who may see a case, and nothing else. Read {@link org.jiesu.documents.Documents} first.
 */
@ApplicationModule(
        displayName = "Documents 文书",
        allowedDependencies = {"cases", "organisation", "platform", "shared"})
package org.jiesu.documents;

import org.springframework.modulith.ApplicationModule;
