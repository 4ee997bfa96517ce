package org.packhorse.writer;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import org.packhorse.document.PackDocument;

/// Writes the tree in one format. The same tree and look give the same bytes, on any day and machine.
public interface PackWriter {

	/// The format this writer is for.
	PackFormat format();

	/// Writes the whole document; the stream stays open. What the format cannot show comes back, each with a reason.
	List<NotRendered> write(PackDocument document, Look look, OutputStream out) throws IOException;

}
