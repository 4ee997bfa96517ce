/// Makes and publishes one edition of one pack.
@ApplicationModule(allowedDependencies = {"access", "authority", "plan", "kpi", "rag", "calendar", "disclosure", "template", "document", "writer"})
@NullMarked
package org.packhorse.pack;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
