package org.packhorse.writer.word;

import java.util.List;

import org.packhorse.document.Block.Chart;

/// How the lines and words of a chart look: kinds of line differ by dash and marker too, never by colour alone.
final class ChartStyle {

	/// Readings of further areas, after the accent colour; dark enough for thin lines on white.
	private static final List<String> FURTHER = List.of("B5540A", "00703C", "6F2C91", "B10E1E");

	private static final List<String> MARKERS = List.of("circle", "square", "triangle", "diamond");

	private static final String INK = "0B0C0C";

	private static final String GREY = "505A5F";

	private final Xml xml;

	private final String accent;

	ChartStyle(Xml xml, String accent) {
		this.xml = xml;
		this.accent = accent;
	}

	/// How a series of this kind is drawn; `actual` counts the lines of readings.
	void line(Chart.Kind kind, int actual) {
		switch (kind) {
			case ACTUAL -> marked(actual == 0 ? this.accent : FURTHER.get((actual - 1) % FURTHER.size()), MARKERS.get(actual % MARKERS.size()));
			case TARGET -> plain(INK, 22_225, "dash");
			case BENCHMARK -> plain(GREY, 25_400, "sysDot");
			case MEAN -> plain(GREY, 12_700, "solid");
			case LIMIT -> plain(GREY, 12_700, "sysDash");
		}
	}

	private void marked(String colour, String symbol) {
		stroke(colour, 31_750, "solid");
		this.xml.element("c:marker", () -> {
			this.xml.empty("c:symbol", "val", symbol);
			this.xml.empty("c:size", "val", "7");
			this.xml.element("c:spPr", () -> {
				fill(colour);
				this.xml.element("a:ln", () -> fill("FFFFFF"), "w", "9525");
			});
		});
	}

	private void plain(String colour, int width, String dash) {
		stroke(colour, width, dash);
		this.xml.raw("<c:marker><c:symbol val=\"none\"/></c:marker>");
	}

	private void stroke(String colour, int width, String dash) {
		this.xml.element("c:spPr", () -> this.xml.element("a:ln", () -> {
			fill(colour);
			this.xml.empty("a:prstDash", "val", dash);
			this.xml.empty("a:round");
		}, "w", String.valueOf(width), "cap", "rnd"));
	}

	private void fill(String colour) {
		this.xml.element("a:solidFill", () -> this.xml.empty("a:srgbClr", "val", colour));
	}

	/// A thin rule: an axis or a grid line.
	void rule(String colour) {
		this.xml.element("c:spPr", () -> this.xml.element("a:ln", () -> fill(colour), "w", "9525"));
	}

	/// The words that stand upright beside the value axis.
	void title(String font, String words) {
		this.xml.element("c:title", () -> {
			this.xml.element("c:tx", () -> this.xml.element("c:rich", () -> {
				this.xml.raw("<a:bodyPr rot=\"-5400000\" vert=\"horz\"/>");
				this.xml.element("a:p", () -> {
					this.xml.element("a:pPr", () -> this.xml.element("a:defRPr", () -> type(font), "sz", "1000", "b", "0"));
					this.xml.element("a:r", () -> {
						this.xml.element("a:rPr", () -> type(font), "lang", "en-GB", "sz", "1000", "b", "0");
						this.xml.words("a:t", words);
					});
				});
			}));
			this.xml.empty("c:overlay", "val", "0");
		});
	}

	/// The type of all words in the chart.
	void text(String font, int size, boolean bold) {
		this.xml.element("c:txPr", () -> {
			this.xml.raw("<a:bodyPr/>");
			this.xml.element("a:p", () -> {
				this.xml.element("a:pPr", () -> this.xml.element("a:defRPr", () -> type(font), "sz", String.valueOf(size), "b", bold ? "1" : "0"));
				this.xml.raw("<a:endParaRPr lang=\"en-GB\"/>");
			});
		});
	}

	private void type(String font) {
		fill(INK);
		this.xml.empty("a:latin", "typeface", font);
		this.xml.empty("a:cs", "typeface", font);
	}

}
