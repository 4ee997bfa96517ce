package org.packhorse.tracker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.packhorse.tracker.Findings.Place;

/// Which column of a sheet holds what, as its header row says.
final class Layout {

	private final TrackerTable table;

	private final String sheet;

	private final boolean workbook;

	private final List<@Nullable Column> columns;

	private final Map<String, Integer> positions = new HashMap<>();

	private Layout(TrackerTable table, String sheet, boolean workbook, List<@Nullable Column> columns) {
		this.table = table;
		this.sheet = sheet;
		this.workbook = workbook;
		this.columns = columns;
		for (int i = 0; i < columns.size(); i++) {
			var column = columns.get(i);
			if (column != null) {
				this.positions.put(column.name(), i);
			}
		}
	}

	/// Reads the header row; unknown, missing and repeated columns are faults.
	static Layout of(TrackerTable table, RawSheet sheet, RawRow header, Findings findings) {
		var names = new LinkedHashMap<String, Integer>();
		var columns = new ArrayList<@Nullable Column>();
		var name = sheet.inWorkbook() ? sheet.name() : "";
		for (int i = 0; i < header.cells().size(); i++) {
			var heading = header.cell(i).text();
			var column = table.column(heading.toLowerCase(Locale.ROOT).strip());
			columns.add(column);
			var place = new Place(name, header.row(), header.line(), heading.isEmpty() ? letters(i) : Characters.shown(heading),
					sheet.inWorkbook() ? letters(i) + header.row() : "");
			if (column == null && !heading.isEmpty()) {
				findings.problem(place, "unknown column '%s'".formatted(Characters.shown(heading)),
						Characters.suggestionAmongAll(heading, table.columnNames().toList(), "column"));
			}
			else if (column != null && names.putIfAbsent(column.name(), i) != null) {
				findings.problem(place, "the column '%s' stands twice".formatted(column.name()), "Keep one of the two.");
				columns.set(i, null);
			}
		}
		table.columns().stream().filter((column) -> column.required() && !names.containsKey(column.name())).forEach((column) -> findings
			.problem(new Place(name, header.row(), header.line(), "", ""), "the required column '%s' is missing".formatted(column.name()),
					"Add it: %s; %s.".formatted(column.meaning(), column.accepts())));
		return new Layout(table, name, sheet.inWorkbook(), columns);
	}

	TrackerTable table() {
		return this.table;
	}

	boolean has(Column column) {
		return brings(column.name());
	}

	boolean brings(String column) {
		return this.positions.containsKey(column);
	}

	/// The database columns beside the key that the sheet brings; what it leaves out stays as it is on file.
	List<String> changeable() {
		return this.table.columns()
			.stream()
			.filter((column) -> !column.key() && has(column))
			.flatMap((column) -> column.stored().stream())
			.toList();
	}

	/// Where a column's cell of a row is.
	Place place(int row, int line, String column) {
		var position = this.positions.get(column);
		var cell = (this.workbook && position != null && row > 0) ? letters(position) + row : "";
		return new Place(this.sheet, row, line, column, cell);
	}

	/// The cell of a column in a row.
	RawCell cell(RawRow row, Column column) {
		var position = this.positions.get(column.name());
		return (position != null) ? row.cell(position) : RawCell.BLANK;
	}

	/// Words that stand where the header names no column; a cell under a heading that was refused has been dealt with.
	void refuseStrays(RawRow row, RawRow header, Findings findings) {
		for (int i = 0; i < row.cells().size(); i++) {
			if (!row.cell(i).isBlank() && header.cell(i).isBlank()) {
				var place = new Place(this.sheet, row.row(), row.line(), letters(i), this.workbook ? letters(i) + row.row() : "");
				findings.problem(place, "'%s' stands in a column without a heading".formatted(Characters.shown(row.cell(i).text())),
						"Give the column a heading, empty the cell, or put text with a comma into quotes.");
			}
		}
	}

	/// The letters of a column as spreadsheets show them: 0 is A.
	static String letters(int index) {
		var last = String.valueOf((char) ('A' + index % 26));
		return (index < 26) ? last : letters(index / 26 - 1) + last;
	}

}
