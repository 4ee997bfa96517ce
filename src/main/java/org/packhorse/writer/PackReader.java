package org.packhorse.writer;

import java.io.IOException;
import java.io.InputStream;

/// Reads a file of one format back: what it says to a reader, found by other means than those that wrote it.
public interface PackReader {

	/// The format this reader is for.
	PackFormat format();

	/// What the file says. A file that cannot be read, or is not built as a pack's is, is an [IOException] that says so in words.
	ReadBack read(InputStream file) throws IOException;

	/// What is to be read in this format of a pack that says this: the same but for what the format lawfully leaves out, says elsewhere
	/// or says otherwise.
	ReadBack shown(ReadBack whole);

}
