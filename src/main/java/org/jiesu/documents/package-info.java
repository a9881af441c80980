/**
 * 文书: the legal papers of a case, one record per paper with its template, number, rendering and storage; and the files
 * that people add. Touches {@code cases} and what lies below everything.
 * Read {@link org.jiesu.documents.Documents} first.
 */
@ApplicationModule(
        displayName = "Documents 文书",
        allowedDependencies = {"access", "cases", "organisation", "platform", "shared", "vault"})
package org.jiesu.documents;

import org.springframework.modulith.ApplicationModule;
