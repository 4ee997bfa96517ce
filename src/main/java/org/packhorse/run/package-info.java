/// Spring Batch: one run makes many packs, here or on workers.
@ApplicationModule(allowedDependencies = {"access", "authority", "calendar", "delivery", "markup", "template", "schedule", "pack", "writer"})
@NullMarked
package org.packhorse.run;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
