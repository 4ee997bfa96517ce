/// Turns facts into a colour with a reason.
@ApplicationModule(allowedDependencies = {"plan", "kpi", "calendar"})
@NullMarked
package org.packhorse.rag;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
