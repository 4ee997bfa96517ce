/// Indicators, readings, targets, benchmarks and statistical process control.
@ApplicationModule(allowedDependencies = {"authority"})
@NullMarked
package org.packhorse.kpi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
