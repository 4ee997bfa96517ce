/// The council, its bodies, their meetings, and the bank holidays on file.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.packhorse.authority;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
