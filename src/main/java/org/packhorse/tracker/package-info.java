/// Brings CSV and Excel trackers in, row by row, with every fault named.
@ApplicationModule(allowedDependencies = {"access", "authority", "plan", "kpi"})
@NullMarked
package org.packhorse.tracker;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
