/// The commands.
@ApplicationModule(allowedDependencies = {"access", "authority", "plan", "kpi", "rag", "tracker", "template", "document", "markup", "writer", "pack", "schedule", "delivery", "run"})
@NullMarked
package org.packhorse.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
