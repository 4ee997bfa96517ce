package org.packhorse.markup;

import org.packhorse.document.Block.Table;
import org.packhorse.document.Block.Table.Align;
import org.packhorse.document.Block.Table.Column;
import org.packhorse.document.Block.Table.Row;
import org.packhorse.markup.Node.Element;

/// Reads a table.
final class TableReader {

	private final Faults faults;

	private final InlineReader inlines;

	TableReader(Faults faults, InlineReader inlines) {
		this.faults = faults;
		this.inlines = inlines;
	}

	Table table(Element table) {
		var columns = table.elements("column").stream().map(this::column).toList();
		var rows = table.elements("row").stream().filter(row -> fits(row, columns.size())).map(this::row).toList();
		var attributes = new Attributes(table, this.faults);
		return new Table(table.at(), attributes.words("caption"), columns, rows, attributes.words("if-empty", "None."));
	}

	private Column column(Element column) {
		var attributes = new Attributes(column, this.faults);
		return new Column(attributes.words("heading"), attributes.whole("weight", 1, 1, 100), attributes.choice("align", Align.START),
				attributes.yes("row-header", false));
	}

	private boolean fits(Element row, int columns) {
		int cells = row.elements("cell").size();
		if (cells != columns && columns > 0) {
			this.faults.add(row.at(), "The row has " + cells + (cells == 1 ? " cell" : " cells") + ", the table has " + columns
					+ (columns == 1 ? " column" : " columns"), "Write a <cell> for each <column>; an empty one is <cell/>");
		}
		return cells == columns;
	}

	private Row row(Element row) {
		return new Row(row.elements("cell").stream().map(this.inlines::cell).toList());
	}

}
