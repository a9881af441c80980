/**
 * The bureaus and their units, read from {@code institutions/*.json}. Touches nothing but {@code shared}.
 * Read {@link org.jiesu.organisation.Institutions} first.
 */
@ApplicationModule(displayName = "Organisation 机构", allowedDependencies = "shared")
package org.jiesu.organisation;

import org.springframework.modulith.ApplicationModule;
