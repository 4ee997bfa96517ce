/// Who gets which edition by e-mail, and the ledger of every message: none is lost, and none goes out twice without a person's decision.
@ApplicationModule(allowedDependencies = {"authority", "access", "markup", "pack", "template", "writer"})
@NullMarked
package org.packhorse.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
