package org.packhorse.tracker;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

/// The rows of one table, read one after the other.
interface RawSheet extends AutoCloseable {

	/// The name by which the table is known.
	String name();

	/// Whether the rows come from a workbook, where places are named by cell.
	boolean inWorkbook();

	/// The next row, or null after the last.
	@Nullable RawRow next() throws IOException, UnreadableFile;

	@Override
	void close() throws IOException;

}
