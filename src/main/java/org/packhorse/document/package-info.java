/// The neutral pack tree; plain Java, no library.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.packhorse.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
