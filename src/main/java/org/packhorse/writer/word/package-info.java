/// The back room that writes Word files (docx), and reads them back by their styles.
@NullMarked
package org.packhorse.writer.word;

import org.jspecify.annotations.NullMarked;
