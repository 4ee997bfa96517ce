/// Reads pack markup into the tree.
@ApplicationModule(allowedDependencies = {"document"})
@NullMarked
package org.packhorse.markup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
