package org.packhorse.writer.word;

import java.util.Map;

import org.packhorse.document.Block.Chart;
import org.packhorse.document.Block.Picture;
import org.packhorse.document.Bytes;

/// Writes pictures and charts into the line, each with its text alternative.
final class WordDrawings {

	/// Word measures drawings in these (914,400 to the inch).
	private static final int UNITS_PER_MILLIMETRE = 36_000;

	private static final int CHART_HEIGHT = 78;

	private static final int LEGEND_ROW = 5;

	private static final int LOGO_WIDTH = 55;

	private static final int LOGO_HEIGHT = 25;

	private static final Template PICTURE = Template.of("picture.xml");

	private static final Template CHART = Template.of("chart-frame.xml");

	private final Xml xml;

	private final WordText text;

	private final WordParts parts;

	WordDrawings(Xml xml, WordText text, WordParts parts) {
		this.xml = xml;
		this.text = text;
		this.parts = parts;
	}

	void picture(Picture picture) {
		var page = this.parts.page();
		draw("Figure", picture.image(), picture.file(), picture.alternative(), Math.min(picture.widthMillimetres(), page.drawingWidth()),
				page.drawingHeight());
	}

	/// The logo on the cover, as wide as its shape allows.
	void logo(Bytes image, String alternative) {
		draw("CoverLogo", image, "logo", alternative, LOGO_WIDTH, LOGO_HEIGHT);
	}

	private void draw(String style, Bytes image, String file, String alternative, double width, double tallest) {
		var raster = Raster.of(image);
		if (raster == null) {
			this.parts.notices().add("picture", "'" + file + "' is not a PNG or JPEG picture; its text alternative stands in its place");
			this.text.paragraph("Figure", "[" + alternative + "]");
			return;
		}
		double fitting = raster.fit(width, tallest);
		var size = size(fitting, fitting * raster.height() / raster.width());
		drawing(style, PICTURE, size, alternative, this.parts.relations().picture(image, raster.ending()));
	}

	void chart(Chart chart) {
		this.text.paragraph("Caption", chart.caption());
		if (chart.words().isEmpty()) {
			this.text.paragraph("ChartNote", chart.words().instead());
			return;
		}
		drawing("Figure", CHART, size(this.parts.page().drawingWidth(), height(chart)), chart.words().alternative(),
				this.parts.relations().chart(chart));
		chart.words().events().forEach(event -> this.text.paragraph("ChartNote", event));
	}

	/// Many lines make a legend of many rows, which must not take the room of the lines themselves.
	private static int height(Chart chart) {
		int names = chart.lines().size() + chart.words().readings().size();
		return CHART_HEIGHT + Math.clamp((names - 3) / 2, 0, 8) * LEGEND_ROW;
	}

	private static Map<String, String> size(double width, double height) {
		return Map.of("width", units(width), "height", units(height));
	}

	private static String units(double millimetres) {
		return String.valueOf(Math.round(millimetres * UNITS_PER_MILLIMETRE));
	}

	/// The alternative goes through the XML writer, which escapes it; all else is ours.
	private void drawing(String style, Template template, Map<String, String> size, String alternative, String relation) {
		var id = this.parts.relations().nextDrawing();
		this.text.paragraph(Shape.of(style), () -> this.xml.element("w:r", () -> this.xml.element("w:drawing", () -> {
			this.xml.element("wp:inline", () -> {
				this.xml.empty("wp:extent", "cx", size.get("width"), "cy", size.get("height"));
				this.xml.empty("wp:docPr", "id", id, "name", "Drawing " + id, "descr", alternative);
				this.xml.raw(template.with(Map.of("id", id, "relation", relation, "width", size.get("width"), "height", size.get("height"))));
			}, "distT", "0", "distB", "0", "distL", "0", "distR", "0");
		})));
	}

}
