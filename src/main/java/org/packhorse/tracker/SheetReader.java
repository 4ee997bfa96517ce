package org.packhorse.tracker;

import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;

import org.jspecify.annotations.Nullable;

import org.packhorse.tracker.Findings.Place;

/// Turns the rows of one sheet into rows of its table.
final class SheetReader implements AutoCloseable {

	private final TrackerFile file;

	private final RawSheet sheet;

	private final Layout layout;

	private final RawRow header;

	private final CellReader cells;

	private final Permission permission;

	private boolean refused;

	private SheetReader(TrackerFile file, RawSheet sheet, Layout layout, RawRow header, Permission permission, LocalDate today) {
		this.file = file;
		this.sheet = sheet;
		this.layout = layout;
		this.header = header;
		this.permission = permission;
		this.cells = new CellReader(today, layout, file.findings());
	}

	/// Reads the header, or says why there is nothing to read and returns null.
	static @Nullable SheetReader open(TrackerFile file, RawSheet sheet, Permission permission, LocalDate today) throws IOException, UnreadableFile {
		var place = place(sheet);
		var header = filled(sheet);
		var table = TrackerTable.named(sheet.name());
		if (header == null) {
			file.findings().say("empty", place, sheet.inWorkbook() ? "the sheet is empty and is left out" : "the file holds no rows");
		}
		else if (table.isEmpty()) {
			file.findings().problem(place, "'%s' is not the name of a table".formatted(sheet.name()),
					Characters.suggestion(sheet.name(), TrackerTable.names(), "table") + " Tables: " + String.join(", ", TrackerTable.names())
							+ ".");
		}
		else if (file.has(table.get())) {
			file.findings().problem(place, "the table stands on two sheets", "Put its rows onto one sheet.");
		}
		else if (permission.fault(table.get()).isPresent()) {
			file.findings().problem(place, permission.fault(table.get()).get(), Permission.REMEDY);
		}
		else {
			var layout = Layout.of(table.get(), sheet, header, file.findings());
			file.begin(layout);
			return new SheetReader(file, sheet, layout, header, permission, today);
		}
		return null;
	}

	private static Place place(RawSheet sheet) {
		return sheet.inWorkbook() ? Place.sheet(sheet.name()) : Place.FILE;
	}

	private static @Nullable RawRow filled(RawSheet sheet) throws IOException, UnreadableFile {
		var row = sheet.next();
		while (row != null && row.isBlank()) {
			row = sheet.next();
		}
		return row;
	}

	/// The next row, faulty cells left out and reported, or null after the last.
	@Nullable TrackerRow next() throws IOException, UnreadableFile {
		var row = filled(this.sheet);
		while (row != null) {
			var read = read(row);
			if (isPermitted(read)) {
				this.file.count(read);
				return read;
			}
			row = filled(this.sheet);
		}
		if (this.file.tally(this.layout.table()).read() == 0 && !this.refused) {
			this.file.findings().say("empty", place(this.sheet), "there are no rows below the headings");
		}
		return null;
	}

	private TrackerRow read(RawRow row) {
		this.layout.refuseStrays(row, this.header, this.file.findings());
		var values = new LinkedHashMap<String, @Nullable Object>();
		for (var column : this.layout.table().columns()) {
			this.cells.read(row, column, values);
		}
		var read = new TrackerRow(this.file.number(), this.layout.table(), row.row(), row.line(), values);
		for (var rule : this.layout.table().rowRules()) {
			rule.fault().apply(read).ifPresent((found) -> this.file.findings()
				.problem(this.layout.place(row.row(), row.line(), rule.column()), found, rule.remedy()));
		}
		return read;
	}

	/// A row of somebody else's council is not looked at any further: what is on file of that council is not for this reader.
	private boolean isPermitted(TrackerRow row) {
		var refused = row.council().filter(council -> !this.permission.of(council));
		refused.ifPresent(council -> this.file.findings()
			.problem(this.layout.place(row.row(), row.line(), this.layout.table().council().orElseThrow()),
					"the council '%s' is not among those of your account".formatted(council), "Leave its rows out."));
		this.refused |= refused.isPresent();
		return refused.isEmpty();
	}

	@Override
	public void close() throws IOException {
		this.sheet.close();
	}

}
