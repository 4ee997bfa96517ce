/// The back room that writes Word files (docx).
@NullMarked
package org.packhorse.writer.word;

import org.jspecify.annotations.NullMarked;
