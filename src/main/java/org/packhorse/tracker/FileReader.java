package org.packhorse.tracker;

import java.io.IOException;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.packhorse.tracker.Findings.Place;

/// Reads one file, sheet after sheet; a file that cannot be read on ends with a fault.
final class FileReader implements AutoCloseable {

	private final TrackerFile file;

	private final Terms terms;

	private final LocalDate today;

	private @Nullable RawFile opened;

	private @Nullable SheetReader sheet;

	private boolean done;

	FileReader(TrackerFile file, Terms terms, LocalDate today) {
		this.file = file;
		this.terms = terms;
		this.today = today;
	}

	/// Lets the file through the gate.
	void open() throws IOException {
		try {
			this.opened = this.terms.reading()
				.open(this.file.source(), (topic, words) -> this.file.findings().say(topic, Place.FILE, words));
		}
		catch (UnreadableFile ex) {
			refuse(ex);
		}
	}

	/// The next row of any sheet, or null when the file is done.
	@Nullable TrackerRow next() throws IOException {
		try {
			while (true) {
				var row = (this.sheet != null) ? this.sheet.next() : null;
				if (row != null) {
					return row;
				}
				if (!nextSheet()) {
					return null;
				}
			}
		}
		catch (UnreadableFile ex) {
			refuse(ex);
			return null;
		}
	}

	private boolean nextSheet() throws IOException, UnreadableFile {
		closeSheet();
		var raw = (this.opened == null || this.done) ? null : this.opened.next();
		if (raw == null) {
			this.done = true;
			return false;
		}
		this.sheet = SheetReader.open(this.file, raw, this.terms.permission(), this.today);
		if (this.sheet == null) {
			raw.close();
		}
		return true;
	}

	private void refuse(UnreadableFile ex) {
		var place = (ex.line() > 0) ? Place.line(ex.line()) : Place.FILE;
		this.file.findings().problem(place, String.valueOf(ex.getMessage()), ex.remedy());
		this.done = true;
	}

	private void closeSheet() throws IOException {
		if (this.sheet != null) {
			this.sheet.close();
			this.sheet = null;
		}
	}

	@Override
	public void close() throws IOException {
		closeSheet();
		if (this.opened != null) {
			this.opened.close();
		}
	}

}
