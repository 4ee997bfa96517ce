/// Posts editions to distribution lists, with a ledger.
@ApplicationModule(allowedDependencies = {"authority", "pack", "template", "writer", "access"})
@NullMarked
package org.packhorse.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
