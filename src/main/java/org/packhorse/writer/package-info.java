/// Writes the tree and reads files back, one back room per format.
@ApplicationModule(allowedDependencies = {"document"})
@NullMarked
package org.packhorse.writer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
