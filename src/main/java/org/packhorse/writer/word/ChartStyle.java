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

	/// Points that read so: no line, and a large marker of their own shape.
	void signal(Chart.Reading reading) {
		this.xml.raw("<c:spPr><a:ln w=\"28575\"><a:noFill/></a:ln></c:spPr>");
		switch (reading) {
			case IMPROVEMENT -> marker("0073AD", "diamond", "12");
			case CONCERN -> marker("C25400", "square", "10");
			case NEUTRAL -> marker("490092", "triangle", "11");
		}
	}

	private void marked(String colour, String symbol) {
		stroke(colour, 31_750, "solid");
		marker(colour, symbol, "7");
	}

	private void marker(String colour, String symbol, String size) {
		this.xml.element("c:marker", () -> {
			this.xml.empty("c:symbol", "val", symbol);
			this.xml.empty("c:size", "val", size);
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

	/// The letters of a period's events above its point.
	void letters(int period, String letters, String font) {
		this.xml.element("c:dLbl", () -> {
			this.xml.empty("c:idx", "val", String.valueOf(period));
			this.xml.raw("<c:layout/>");
			this.xml.element("c:tx", () -> this.xml.element("c:rich", () -> {
				this.xml.raw("<a:bodyPr/>");
				this.xml.element("a:p", () -> this.xml.element("a:r", () -> {
					this.xml.element("a:rPr", () -> type(font), "lang", "en-GB", "sz", "1000", "b", "1");
					this.xml.words("a:t", letters);
				}));
			}));
			this.xml.raw("<c:dLblPos val=\"t\"/><c:showLegendKey val=\"0\"/><c:showVal val=\"1\"/><c:showCatName val=\"0\"/>"
					+ "<c:showSerName val=\"0\"/><c:showPercent val=\"0\"/><c:showBubbleSize val=\"0\"/>");
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
