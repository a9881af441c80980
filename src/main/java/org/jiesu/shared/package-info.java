/** A handful of values used by strangers; JDK only. Read {@link org.jiesu.shared.Refusal} first. */
@ApplicationModule(displayName = "Shared 公用", type = ApplicationModule.Type.OPEN)
package org.jiesu.shared;

import org.springframework.modulith.ApplicationModule;
