package org.packhorse.writer;

import java.nio.file.Path;
import java.util.List;

/// Reads back everything that a finished PDF says, seen or not, so that it can be searched before anybody gets it.
public interface PdfText {

	/// Each paragraph and each row of a table in one line, and all other words of the file: text alternatives, titles, links,
	/// bookmarks, properties.
	List<String> lines(Path file);

}
