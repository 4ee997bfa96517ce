package org.packhorse.tracker;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemReader;

/// Reads the files of a load, one after the other and row by row.
final class TrackerReader implements ItemReader<TrackerRow>, AutoCloseable {

	private static final int PROGRESS_EVERY = 1_000;

	private final Iterator<TrackerFile> files;

	private final Terms terms;

	private final LocalDate today;

	private final Progress progress;

	private @Nullable TrackerFile file;

	private @Nullable FileReader reader;

	private long rows;

	TrackerReader(List<TrackerFile> files, Terms terms, LocalDate today, Progress progress) {
		this.files = files.iterator();
		this.terms = terms;
		this.today = today;
		this.progress = progress;
	}

	@Override
	public @Nullable TrackerRow read() throws IOException {
		while (true) {
			var row = (this.reader != null) ? this.reader.next() : null;
			if (row != null) {
				if (++this.rows % PROGRESS_EVERY == 0) {
					tell();
				}
				return row;
			}
			tell();
			close();
			if (!this.files.hasNext()) {
				return null;
			}
			this.file = this.files.next();
			this.rows = 0;
			this.reader = new FileReader(this.file, this.terms, this.today);
			this.reader.open();
		}
	}

	private void tell() {
		if (this.file != null) {
			this.progress.read(this.file.path(), this.rows);
		}
	}

	@Override
	public void close() throws IOException {
		if (this.reader != null) {
			this.reader.close();
			this.reader = null;
		}
	}

}
