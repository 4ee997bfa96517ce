/// The back room that packs: deflating and the zip around it, as Word, Excel and PDF files need them.
@NullMarked
package org.packhorse.writer.packing;

import org.jspecify.annotations.NullMarked;
