/// The web pages: the console of those who sign in, and what a personal link opens.
@ApplicationModule(allowedDependencies = {"access", "authority", "delivery", "document", "kpi", "pack", "plan", "run", "schedule", "template", "tracker", "writer"})
@NullMarked
package org.packhorse.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
