/// The report-templates folder: packs and house styles.
@ApplicationModule(allowedDependencies = {"markup", "document", "writer"})
@NullMarked
package org.packhorse.template;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
