/// Keeps small numbers, and what would give them away, out of packs that the public reads.
@ApplicationModule(allowedDependencies = {"kpi"})
@NullMarked
package org.packhorse.disclosure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
