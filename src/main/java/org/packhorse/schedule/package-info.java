/// The schedules folder: which pack, of whom, when.
@ApplicationModule(allowedDependencies = {"authority", "calendar", "template", "markup", "document", "writer"})
@NullMarked
package org.packhorse.schedule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
