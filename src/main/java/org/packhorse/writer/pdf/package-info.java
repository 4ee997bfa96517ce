/// The back room that writes tagged PDF, and reads it back by its tags.
@NullMarked
package org.packhorse.writer.pdf;

import org.jspecify.annotations.NullMarked;
