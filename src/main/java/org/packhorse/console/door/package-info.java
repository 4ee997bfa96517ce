/// The door of the console: who comes in, how, and which pages are open to whom.
@NullMarked
package org.packhorse.console.door;

import org.jspecify.annotations.NullMarked;
