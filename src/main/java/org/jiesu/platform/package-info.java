/**
 * Who is calling, how errors look, what time it is. Touches Spring and {@code shared} only and knows no business word.
 * Read {@link org.jiesu.platform.CurrentStaff} first.
 */
@ApplicationModule(displayName = "Platform 平台", allowedDependencies = "shared")
package org.jiesu.platform;

import org.springframework.modulith.ApplicationModule;
