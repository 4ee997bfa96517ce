package org.packhorse.pack;

import java.util.Objects;

import org.openpdf.text.Element;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfTemplate;
import org.packhorse.document.Block;
import org.packhorse.writer.Look;

/// A line chart of the PDF yardstick, drawn into a template: grid, labels, lines and a legend, and no more.
final class PlainPdfChart {

	private static final float HEIGHT = 190;

	private static final float LEFT = 40;

	private static final float FOOT = 45;

	private static final int STEPS = 5;

	private final Block.Chart chart;

	private final Look look;

	private final BaseFont font;

	private final double least;

	private final double most;

	PlainPdfChart(Block.Chart chart, Look look, BaseFont font) {
		this.chart = chart;
		this.look = look;
		this.font = font;
		var values = chart.lines().stream().flatMap(line -> line.values().stream()).filter(Objects::nonNull)
			.mapToDouble(java.math.BigDecimal::doubleValue).summaryStatistics();
		this.least = Math.floor(values.getMin());
		this.most = Math.max(Math.ceil(values.getMax()), this.least + 1);
	}

	PdfTemplate draw(PdfContentByte page, float width) {
		var drawing = page.createTemplate(width, HEIGHT);
		grid(drawing, width);
		periods(drawing, width);
		for (int i = 0; i < this.chart.lines().size(); i++) {
			var line = this.chart.lines().get(i);
			boolean actual = line.kind() == Block.Chart.Kind.ACTUAL;
			drawing.setColorStroke(PlainPack.colour(actual ? this.look.accent() : "696969"));
			drawing.setLineWidth(actual ? 1.5f : 1);
			drawing.setLineDash(actual ? new float[0] : new float[] { 4, 3 }, 0);
			line(drawing, width, line, actual);
			float legend = LEFT + i * 100;
			drawing.moveTo(legend, 12);
			drawing.lineTo(legend + 20, 12);
			drawing.stroke();
			text(drawing, Element.ALIGN_LEFT, line.name(), legend + 25, 9);
		}
		return drawing;
	}

	private void grid(PdfTemplate drawing, float width) {
		drawing.setLineWidth(0.5f);
		drawing.setColorStroke(PlainPack.colour("D0D0D0"));
		for (int step = 0; step <= STEPS; step++) {
			double value = this.least + (this.most - this.least) * step / STEPS;
			drawing.moveTo(LEFT, height(value));
			drawing.lineTo(width, height(value));
			drawing.stroke();
			text(drawing, Element.ALIGN_RIGHT, "%.1f".formatted(value), LEFT - 4, height(value) - 3);
		}
	}

	private void periods(PdfTemplate drawing, float width) {
		for (int i = 0; i < this.chart.periods().size(); i++) {
			text(drawing, Element.ALIGN_CENTER, this.chart.periods().get(i), across(i, width), FOOT - 14);
		}
	}

	private void line(PdfTemplate drawing, float width, Block.Chart.Line line, boolean marked) {
		boolean pen = false;
		for (int i = 0; i < line.values().size(); i++) {
			var value = line.values().get(i);
			if (value != null && pen) {
				drawing.lineTo(across(i, width), height(value.doubleValue()));
			}
			else if (value != null) {
				drawing.moveTo(across(i, width), height(value.doubleValue()));
			}
			pen = value != null;
		}
		drawing.stroke();
		for (int i = 0; marked && i < line.values().size(); i++) {
			var value = line.values().get(i);
			if (value != null) {
				drawing.circle(across(i, width), height(value.doubleValue()), 2);
				drawing.fillStroke();
			}
		}
	}

	private void text(PdfTemplate drawing, int side, String words, float x, float y) {
		drawing.beginText();
		drawing.setFontAndSize(this.font, 7);
		drawing.showTextAligned(side, words, x, y, 0);
		drawing.endText();
	}

	private float across(int period, float width) {
		return LEFT + (width - LEFT) * (period + 0.5f) / this.chart.periods().size();
	}

	private float height(double value) {
		return (float) (FOOT + (HEIGHT - FOOT - 10) * (value - this.least) / (this.most - this.least));
	}

}
