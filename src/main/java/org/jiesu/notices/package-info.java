/**
 * 告知: what is told to whom, in which way and with what proof, and the papers that say it. Touches {@code documents},
 * {@code cases} and what lies below everything; decides nothing.
 * Read {@link org.jiesu.notices.Notices} first.
 */
@ApplicationModule(
        displayName = "Notices 告知",
        allowedDependencies = {"documents", "cases", "organisation", "platform", "shared", "vault"})
package org.jiesu.notices;

import org.springframework.modulith.ApplicationModule;
