/**
 * Who may do what: roles, actions, and the one table that joins them; it knows no case and no engine (ADR 0014). Touches
 * {@code platform} and {@code shared} only. Read {@link org.jiesu.access.Action} first.
 */
@ApplicationModule(
        displayName = "Access 权限",
        allowedDependencies = {"platform", "shared"})
package org.jiesu.access;

import org.springframework.modulith.ApplicationModule;
