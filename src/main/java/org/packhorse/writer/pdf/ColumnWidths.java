package org.packhorse.writer.pdf;

import java.util.List;

import org.packhorse.document.Block.Table;
import org.packhorse.document.Block.Table.Align;
import org.packhorse.document.Block.Table.Column;
import org.packhorse.writer.pdf.LineBreaker.Run;

/// Shares a table's width out among its columns: by weight, but none so narrow that a heading, a badge or a figure breaks
/// in the middle while others have room to give.
final class ColumnWidths {

	private static final float LONGEST_FIGURE = 0.2f;

	private final House house;

	private final Table table;

	private final List<List<List<Run>>> cells;

	ColumnWidths(House house, Table table, List<List<List<Run>>> cells) {
		this.house = house;
		this.table = table;
		this.cells = cells;
	}

	/// The left edge of each column and the right edge of the last.
	float[] edges() {
		float[] widths = shared(least());
		var edges = new float[widths.length + 1];
		edges[0] = this.house.left();
		for (int i = 0; i < widths.length; i++) {
			edges[i + 1] = edges[i] + widths[i];
		}
		return edges;
	}

	/// Gives columns that are too narrow what they need and shares the rest among the others, until all fit.
	private float[] shared(float[] least) {
		int count = least.length;
		var widths = new float[count];
		var settled = new boolean[count];
		for (boolean again = true; again;) {
			again = false;
			float room = this.house.width();
			float weight = 0;
			for (int i = 0; i < count; i++) {
				room -= settled[i] ? least[i] : 0;
				weight += settled[i] ? 0 : weight(i);
			}
			for (int i = 0; i < count; i++) {
				widths[i] = settled[i] ? least[i] : room * weight(i) / weight;
				if (!settled[i] && widths[i] < least[i]) {
					settled[i] = true;
					again = true;
				}
			}
		}
		return widths;
	}

	private int weight(int column) {
		return this.table.columns().get(column).weight();
	}

	/// What each column needs, all together never more than there is.
	private float[] least() {
		int count = this.table.columns().size();
		var least = new float[count];
		float sum = 0;
		for (int i = 0; i < count; i++) {
			least[i] = Math.min(need(i), this.house.width() * 0.4f);
			sum += least[i];
		}
		float shrink = Math.min(1, this.house.width() * 0.9f / sum);
		for (int i = 0; i < count; i++) {
			least[i] *= shrink;
		}
		return least;
	}

	private float need(int i) {
		Column column = this.table.columns().get(i);
		var bold = this.house.cell().style().in(this.house.fonts().bold());
		float need = LineBreaker.widestPart(List.of(new Run(bold, column.heading())));
		for (List<List<Run>> row : this.cells) {
			need = Math.max(need, column.align() == Align.END ? figure(row.get(i)) : widestWhole(row.get(i)));
		}
		return need + 2 * TableRow.PADDING + 1;
	}

	/// A figure or a date stays on one line, unless it is as long as a sentence.
	private float figure(List<Run> runs) {
		float line = 0;
		for (Run run : runs) {
			line += run.style().width(run.text()) + 2 * run.style().padding();
		}
		return line < this.house.width() * LONGEST_FIGURE ? line : LineBreaker.widestPart(runs);
	}

	private static float widestWhole(List<Run> runs) {
		float widest = 0;
		for (Run run : runs) {
			if (run.style().spark() != null) {
				widest = Math.max(widest, Spark.WIDTH);
			}
			if (run.style().fill() != null) {
				widest = Math.max(widest, run.style().width(run.text()) + 2 * run.style().padding());
			}
		}
		return widest;
	}

}
