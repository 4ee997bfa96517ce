/// The web pages: what a personal link opens, and nothing else.
@ApplicationModule(allowedDependencies = {"delivery", "pack"})
@NullMarked
package org.packhorse.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
