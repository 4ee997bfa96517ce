/// The back room that writes one self-contained accessible HTML page, and reads it back with jsoup.
@NullMarked
package org.packhorse.writer.html;

import org.jspecify.annotations.NullMarked;
