/// Inspections, the improvement plan, its sections, actions and updates, as at a date.
@ApplicationModule(allowedDependencies = {"authority"})
@NullMarked
package org.packhorse.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
