package org.packhorse.markup;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.packhorse.document.Block.Table;
import org.packhorse.document.Block.Table.Align;
import org.packhorse.document.Block.Table.Column;
import org.packhorse.document.Block.Table.Row;
import org.packhorse.document.Cell;
import org.packhorse.document.Position;

/// Makes tables of elements that close.
final class TableReader {

	/// A row before its table is known as a whole.
	private record Placed(Position at, Row row) {
	}

	private final Faults faults;

	private final InlineReader inlines;

	private final int mostColumns;

	TableReader(Faults faults, InlineReader inlines, int mostColumns) {
		this.faults = faults;
		this.inlines = inlines;
		this.mostColumns = mostColumns;
	}

	@Nullable Object made(Opened element) {
		return switch (element.name()) {
			case "cell" -> this.inlines.cell(element);
			case "row" -> element.isSpoilt() ? null : new Placed(element.at(), new Row(element.parts(Cell.class)));
			case "column" -> column(element);
			default -> table(element);
		};
	}

	private static Column column(Opened column) {
		var attributes = column.attributes();
		return new Column(attributes.words("heading"), attributes.whole("weight", 1, 1, 100), attributes.choice("align", Align.START),
				attributes.yes("row-header", false));
	}

	private Table table(Opened table) {
		var caption = table.attributes().words("caption");
		var columns = table.parts(Column.class);
		if (columns.size() > this.mostColumns) {
			this.faults.add(table.at(), "The table '" + caption + "' has " + columns.size() + " columns; on a page there is room for "
					+ this.mostColumns, "Split it into tables of " + this.mostColumns
							+ " columns or fewer, or leave it out here and put it into the pack's workbook.ftlx, whose tables may be wider");
		}
		return new Table(table.at(), caption, columns, rows(table, columns.size()), table.attributes().words("if-empty", "None."));
	}

	private List<Row> rows(Opened table, int columns) {
		var rows = new ArrayList<Row>(table.parts().size());
		for (Object part : table.parts()) {
			if (part instanceof Placed(var at, var row)) {
				if (row.cells().size() == columns) {
					rows.add(row);
				}
				else if (columns > 0 && !table.isSpoilt()) {
					sayOdd(at, row.cells().size(), columns);
				}
			}
		}
		return rows;
	}

	private void sayOdd(Position at, int cells, int columns) {
		this.faults.add(at, "The row has " + cells + (cells == 1 ? " cell" : " cells") + ", the table has " + columns
				+ (columns == 1 ? " column" : " columns"), "Write a <cell> for each <column>; an empty one is <cell/>");
	}

}
