package org.packhorse.writer.pdf;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.openpdf.text.pdf.PdfName;
import org.packhorse.document.Block.Table;
import org.packhorse.document.Block.Table.Align;
import org.packhorse.document.Block.Table.Column;
import org.packhorse.document.Cell;
import org.packhorse.writer.pdf.LineBreaker.Run;
import org.packhorse.writer.pdf.PdfTags.Scope;
import org.packhorse.writer.pdf.TableRow.Slot;

/// Lays out tables row by row, each cell once.
final class PdfTables {

	private final Desk desk;

	private final House house;

	PdfTables(Desk desk) {
		this.desk = desk;
		this.house = desk.house();
	}

	/// A table of data.
	void table(Table table) {
		var cells = runs(table);
		var edges = new ColumnWidths(this.house, table, cells).edges();
		this.desk.tags().tag(PdfName.TABLE, () -> {
			caption(table.caption());
			var header = header(table.columns(), edges);
			var again = again(header);
			this.desk.flow().addKept(header, 5);
			this.desk.tags().tag(PdfName.TBODY, () -> {
				for (int i = 0; i < cells.size(); i++) {
					this.desk.flow().add(row(table.columns(), cells.get(i), edges, again), 0);
				}
				if (cells.isEmpty()) {
					this.desk.flow().add(nothing(table), 0);
				}
			});
		});
		this.desk.flow().air(20);
	}

	private void caption(String words) {
		this.desk.flow().addKept(this.desk.text(this.desk.tags().child(PdfName.CAPTION), words, this.house.caption()), 16);
	}

	private TableRow header(List<Column> columns, float[] edges) {
		var slots = new ArrayList<Slot>();
		var bold = this.house.cell().in(this.house.fonts().bold()).in(this.house.accent());
		this.desk.tags().tag(PdfName.THEAD, () -> this.desk.tags().tag(PdfTags.TR, () -> {
			for (int i = 0; i < columns.size(); i++) {
				var cell = this.desk.tags().child(PdfName.TH);
				this.desk.tags().scope(cell, Scope.COLUMN);
				var runs = this.desk.type().cut(bold.style(), columns.get(i).heading());
				slots.add(slot(cell, runs, bold, edges[i], edges[i + 1], columns.get(i).align()));
			}
		}));
		return new TableRow(this.desk, TableRow.Kind.HEADER, slots, null);
	}

	private TableRow row(List<Column> columns, List<List<Run>> cells, float[] edges, TableRow.@Nullable Again again) {
		var slots = new ArrayList<Slot>(columns.size());
		this.desk.tags().tag(PdfTags.TR, () -> {
			for (int i = 0; i < columns.size(); i++) {
				var column = columns.get(i);
				var cell = this.desk.tags().child(column.rowHeader() ? PdfName.TH : PdfName.TD);
				if (column.rowHeader()) {
					this.desk.tags().scope(cell, Scope.ROW);
				}
				slots.add(slot(cell, cells.get(i), this.house.cell(), edges[i], edges[i + 1], column.align()));
			}
		});
		return new TableRow(this.desk, TableRow.Kind.BODY, slots, again);
	}

	/// The header row for the pages that a table goes on to. One so tall that rows would hardly have room below it is not repeated.
	private TableRow.@Nullable Again again(TableRow header) {
		return header.height() > this.desk.flow().tallest() / 2 ? null : new TableRow.Again(header);
	}

	private TableRow nothing(Table table) {
		var slots = new ArrayList<Slot>();
		this.desk.tags().tag(PdfTags.TR, () -> {
			var cell = this.desk.tags().child(PdfName.TD);
			this.desk.tags().spanning(cell, table.columns().size());
			var setting = this.house.cell().in(House.GREY);
			var runs = this.desk.type().cut(setting.style(), table.ifEmpty());
			slots.add(slot(cell, runs, setting, this.house.left(), this.house.right(), Align.START));
		});
		return new TableRow(this.desk, TableRow.Kind.BODY, slots, null);
	}

	Slot slot(Tag tag, List<Run> runs, Setting setting, float from, float to, Align align) {
		float width = to - from - 2 * TableRow.PADDING;
		return new Slot(tag, this.desk.type().set(runs, setting, width, align), from + TableRow.PADDING);
	}

	private List<List<List<Run>>> runs(Table table) {
		var plain = this.house.cell().style();
		var strong = plain.in(this.house.fonts().bold());
		var rows = new ArrayList<List<List<Run>>>(table.rows().size());
		for (Table.Row row : table.rows()) {
			var cells = new ArrayList<List<Run>>(row.cells().size());
			for (int i = 0; i < row.cells().size(); i++) {
				Cell cell = row.cells().get(i);
				cells.add(this.desk.type().runs(cell.words(), table.columns().get(i).rowHeader() ? strong : plain));
			}
			rows.add(cells);
		}
		return rows;
	}

}
