/// Who acts and may come in, what each audience may be given, and the chained record of what was done.
@ApplicationModule(allowedDependencies = {"authority"})
@NullMarked
package org.packhorse.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
