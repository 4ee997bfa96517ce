/// The back room that writes Excel workbooks (xlsx).
@NullMarked
package org.packhorse.writer.excel;

import org.jspecify.annotations.NullMarked;
