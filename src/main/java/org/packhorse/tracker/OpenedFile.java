package org.packhorse.tracker;

import java.io.IOException;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// A file that this process reads itself.
final class OpenedFile implements RawFile {

	private final ImportFile file;

	private final Unusual unusual;

	private final @Nullable Workbook workbook;

	private final List<String> sheets;

	private int opened;

	private OpenedFile(ImportFile file, Unusual unusual, @Nullable Workbook workbook, List<String> sheets) {
		this.file = file;
		this.unusual = unusual;
		this.workbook = workbook;
		this.sheets = sheets;
	}

	/// Lets the file through the gate.
	///
	/// @param mostUnpacked how many bytes a workbook may unpack to
	static OpenedFile open(ImportFile file, long mostUnpacked, Unusual unusual) throws IOException, UnreadableFile {
		return switch (FileGate.admit(file, mostUnpacked)) {
			case CSV -> new OpenedFile(file, unusual, null, List.of(file.stem()));
			case WORKBOOK -> workbook(file, unusual, Workbook.open(file.path()));
		};
	}

	private static OpenedFile workbook(ImportFile file, Unusual unusual, Workbook workbook) throws IOException, UnreadableFile {
		try {
			return new OpenedFile(file, unusual, workbook, workbook.sheetNames());
		}
		catch (IOException | UnreadableFile | RuntimeException ex) {
			workbook.close();
			throw ex;
		}
	}

	@Override
	public @Nullable RawSheet next() throws IOException, UnreadableFile {
		if (this.opened == this.sheets.size()) {
			return null;
		}
		var position = this.opened++;
		var name = this.sheets.get(position);
		return this.workbook != null ? this.workbook.sheet(position)
				: CsvSheet.open(this.file.path(), name, TrackerTable.named(name).orElse(null), this.unusual);
	}

	@Override
	public void close() throws IOException {
		if (this.workbook != null) {
			this.workbook.close();
		}
	}

}
