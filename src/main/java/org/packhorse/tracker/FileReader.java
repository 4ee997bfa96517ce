package org.packhorse.tracker;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.packhorse.tracker.Findings.Place;

/// Reads one file, sheet after sheet; a file that cannot be read on ends with a fault.
final class FileReader implements AutoCloseable {

	private final TrackerFile file;

	private final LocalDate today;

	private @Nullable Workbook workbook;

	private List<String> sheets = List.of();

	private int opened;

	private @Nullable SheetReader sheet;

	FileReader(TrackerFile file, LocalDate today) {
		this.file = file;
		this.today = today;
	}

	/// Lets the file through the gate.
	void open() throws IOException {
		try {
			switch (FileGate.admit(this.file.path())) {
				case CSV -> this.sheets = List.of(tableName());
				case WORKBOOK -> {
					this.workbook = Workbook.open(this.file.path());
					this.sheets = this.workbook.sheetNames();
				}
			}
		}
		catch (UnreadableFile ex) {
			refuse(ex);
		}
	}

	private String tableName() {
		var name = this.file.path().getFileName().toString();
		return name.substring(0, name.lastIndexOf('.'));
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
		if (this.opened == this.sheets.size()) {
			return false;
		}
		var name = this.sheets.get(this.opened);
		var raw = (this.workbook != null) ? this.workbook.sheet(this.opened)
				: CsvSheet.open(this.file.path(), name, TrackerTable.named(name).orElse(null), this.file.findings());
		this.opened++;
		this.sheet = SheetReader.open(this.file, raw, this.today);
		if (this.sheet == null) {
			raw.close();
		}
		return true;
	}

	private void refuse(UnreadableFile ex) {
		var place = (ex.line() > 0) ? Place.line(ex.line()) : Place.FILE;
		this.file.findings().problem(place, String.valueOf(ex.getMessage()), ex.remedy());
		this.opened = this.sheets.size();
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
		if (this.workbook != null) {
			this.workbook.close();
		}
	}

}
