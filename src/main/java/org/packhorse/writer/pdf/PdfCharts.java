package org.packhorse.writer.pdf;

import java.math.BigDecimal;
import java.util.Objects;

import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfName;
import org.packhorse.document.Block.Chart;
import org.packhorse.document.Value;

/// Lays out charts: a caption, and a drawing that is one figure with its text alternative.
final class PdfCharts {

	static final String PERCENT = "%";

	private final Desk desk;

	PdfCharts(Desk desk) {
		this.desk = desk;
	}

	void chart(Chart chart) {
		var tags = this.desk.tags();
		tags.tag(PdfTags.DIV, () -> {
			var caption = tags.child(PdfName.CAPTION);
			this.desk.flow().addKept(this.desk.text(caption, chart.caption(), this.desk.house().caption()), 16);
			if (chart.words().isEmpty()) {
				this.desk.flow().add(this.desk.text(tags.child(PdfName.P), chart.words().instead(), this.desk.house().body()), 6);
				return;
			}
			var figure = tags.child(PdfName.FIGURE);
			tags.alternative(figure, chart.words().alternative());
			var scale = ChartScale.of(chart.lines().stream().flatMap(line -> line.values().stream()).filter(Objects::nonNull).toList());
			this.desk.flow().add(new Figure(this.desk, figure, new ChartDrawing(this.desk, chart, scale)), 6);
		});
		this.desk.flow().air(18);
	}

	private record Figure(Desk desk, Tag tag, ChartDrawing drawing) implements Piece {

		@Override
		public float height() {
			return this.drawing.height();
		}

		@Override
		public void draw(float top) {
			var house = this.desk.house();
			this.desk.tags().area(this.tag, new Rectangle(house.left(), top - height(), house.right(), top));
			this.desk.tags().content(this.tag, () -> this.drawing.draw(top));
		}

	}

	/// A figure as it stands beside the axis or a line.
	static String print(BigDecimal value, int decimals, String unit) {
		var number = new Value.Number(value, decimals).print();
		return unit.equals(PERCENT) ? number + PERCENT : number;
	}

}
