/// The back room that writes one self-contained accessible HTML page.
@NullMarked
package org.packhorse.writer.html;

import org.jspecify.annotations.NullMarked;
