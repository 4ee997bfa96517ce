/// What a monitoring system sees of `serve` and `worker`: metrics and health on a port of their own. No other command loads any of it.
@ApplicationModule(allowedDependencies = {"pack", "delivery", "run"})
@NullMarked
package org.packhorse.watch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
