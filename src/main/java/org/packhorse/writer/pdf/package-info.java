/// The back room that writes tagged PDF.
@NullMarked
package org.packhorse.writer.pdf;

import org.jspecify.annotations.NullMarked;
