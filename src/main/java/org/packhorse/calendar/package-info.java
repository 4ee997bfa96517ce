/// Working days, clear days and statutory deadlines in England.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.packhorse.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
