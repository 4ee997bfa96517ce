package org.packhorse.writer.excel;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.packhorse.document.Block.Chart;
import org.packhorse.document.Block.Chart.Kind;
import org.packhorse.document.Block.Chart.Reading;
import org.packhorse.document.ChartSeries;

/// Writes native line charts, which analysts can edit: lines refer to cells and keep a copy of their figures. Lines differ
/// in dash, marker and thickness as well as in colour.
final class ChartXml {

	// After the accent: colours of at least 3:1 contrast on white that colour-blind readers can tell apart.
	private static final List<String> FURTHER = List.of("B54A00", "00703C", "6F3C97", "0B7A8A", "8A1538");

	private static final List<String> MARKERS = List.of("circle", "square", "triangle", "diamond");

	private static final List<String> DOTS = List.of("sysDot", "sysDashDot", "lgDashDot");

	private final Look look;

	/// What the whole chart shares.
	record Look(String accent, String font, String language) {
	}

	// More names of periods than this do not fit side by side; then about so many are shown.
	private static final int SLANTED = 14;

	private static final int SHOWN = 9;

	private static final String NO_LINE = "";

	private static final String NOTHING_ELSE = "<c:showCatName val=\"0\"/><c:showSerName val=\"0\"/><c:showPercent val=\"0\"/><c:showBubbleSize val=\"0\"/>";

	/// How one line is drawn; `dash` is a preset of DrawingML, `marker` blank for none and `size` its points.
	private record Pen(String colour, double points, String dash, String marker, int size) {
	}

	ChartXml(Look look) {
		this.look = look;
	}

	/// Writes the chart's part.
	void write(XmlOut xml, Drawn.OfChart drawn) throws IOException {
		xml.raw("<c:chartSpace xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\"");
		xml.raw(" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"");
		xml.raw(" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><c:date1904 val=\"0\"/>");
		xml.raw("<c:lang").attribute("val", this.look.language()).raw("/><c:roundedCorners val=\"0\"/>");
		xml.raw("<c:chart><c:autoTitleDeleted val=\"1\"/><c:plotArea><c:layout/><c:lineChart>");
		xml.raw("<c:grouping val=\"standard\"/><c:varyColors val=\"0\"/>");
		var chart = drawn.chart();
		var format = ChartData.format(chart, BigDecimal.ONE);
		var seen = new EnumMap<Kind, Integer>(Kind.class);
		var series = ChartSeries.of(chart);
		for (int i = 0; i < series.size(); i++) {
			series(xml, drawn, i, series.get(i), pen(series.get(i), seen), format);
		}
		xml.raw("<c:marker val=\"1\"/><c:axId val=\"1001\"/><c:axId val=\"1002\"/></c:lineChart>");
		periods(xml, chart.periods().size());
		values(xml, chart, format);
		xml.raw("<c:spPr><a:noFill/></c:spPr></c:plotArea><c:legend><c:legendPos val=\"b\"/>");
		for (int i = 0; i < series.size(); i++) {
			if (series.get(i).again()) {
				xml.raw("<c:legendEntry><c:idx").attribute("val", i).raw("/><c:delete val=\"1\"/></c:legendEntry>");
			}
		}
		xml.raw("<c:overlay val=\"0\"/></c:legend>");
		xml.raw("<c:plotVisOnly val=\"0\"/><c:dispBlanksAs val=\"gap\"/></c:chart>");
		xml.raw("<c:spPr><a:solidFill><a:srgbClr val=\"FFFFFF\"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>");
		letters(xml);
		xml.raw("</c:chartSpace>");
	}

	private void series(XmlOut xml, Drawn.OfChart drawn, int index, ChartSeries series, Pen pen, String format) throws IOException {
		var range = drawn.range();
		xml.raw("<c:ser><c:idx").attribute("val", index).raw("/><c:order").attribute("val", index).raw("/><c:tx>");
		words(xml, range.name(index), List.of(range.headings().get(index + 1)));
		xml.raw("</c:tx>");
		pen(xml, pen);
		letters(xml, drawn.chart(), series);
		xml.raw("<c:cat>");
		words(xml, range.periodCells(), range.periods());
		xml.raw("</c:cat><c:val>");
		figures(xml, drawn.chart(), range.values(index), series.values(), format);
		xml.raw("</c:val><c:smooth val=\"0\"/></c:ser>");
	}

	/// The letters of events stand above the points of their periods.
	private void letters(XmlOut xml, Chart chart, ChartSeries series) throws IOException {
		var lettered = series.lettered(chart);
		if (lettered.isEmpty()) {
			return;
		}
		xml.raw("<c:dLbls>");
		for (int period : lettered) {
			xml.raw("<c:dLbl><c:idx").attribute("val", period).raw("/><c:layout/><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:rPr");
			xml.attribute("lang", this.look.language()).raw(" b=\"1\"/><a:t>").text(chart.words().letters(period));
			xml.raw("</a:t></a:r></a:p></c:rich></c:tx><c:dLblPos val=\"t\"/><c:showLegendKey val=\"0\"/><c:showVal val=\"1\"/>").raw(NOTHING_ELSE);
			xml.raw("</c:dLbl>");
		}
		xml.raw("<c:showLegendKey val=\"0\"/><c:showVal val=\"0\"/>").raw(NOTHING_ELSE).raw("</c:dLbls>");
	}

	private static void words(XmlOut xml, String reference, List<String> words) throws IOException {
		xml.raw("<c:strRef><c:f>").text(reference).raw("</c:f><c:strCache><c:ptCount").attribute("val", words.size()).raw("/>");
		for (int i = 0; i < words.size(); i++) {
			xml.raw("<c:pt").attribute("idx", i).raw("><c:v>").text(words.get(i)).raw("</c:v></c:pt>");
		}
		xml.raw("</c:strCache></c:strRef>");
	}

	private static void figures(XmlOut xml, Chart chart, String reference, List<@Nullable BigDecimal> values, String format)
			throws IOException {
		xml.raw("<c:numRef><c:f>").text(reference).raw("</c:f><c:numCache><c:formatCode>").text(format).raw("</c:formatCode><c:ptCount");
		xml.attribute("val", values.size()).raw("/>");
		for (int i = 0; i < values.size(); i++) {
			var value = values.get(i);
			if (value != null) {
				xml.raw("<c:pt").attribute("idx", i).raw("><c:v>").raw(ChartData.scaled(chart, value).toPlainString()).raw("</c:v></c:pt>");
			}
		}
		xml.raw("</c:numCache></c:numRef>");
	}

	// The number of lines of a kind seen before tells lines of the same kind apart.
	private Pen pen(ChartSeries series, Map<Kind, Integer> seen) {
		var signal = series.signal();
		if (signal != null) {
			return pen(signal);
		}
		var kind = series.line().kind();
		int before = seen.merge(kind, series.again() ? 0 : 1, Integer::sum) - 1;
		return switch (kind) {
			case ACTUAL -> new Pen(before == 0 ? this.look.accent() : FURTHER.get((before - 1) % FURTHER.size()), 2.25, "solid",
					MARKERS.get(before % MARKERS.size()), 7);
			case TARGET -> new Pen(before == 0 ? HouseStyles.INK : HouseStyles.MUTED, 1.75, "dash", "", 0);
			case BENCHMARK -> new Pen(FURTHER.get(before % FURTHER.size()), 1.75, DOTS.get(before % DOTS.size()), "", 0);
			case MEAN -> new Pen(HouseStyles.MUTED, 1, "solid", "", 0);
			case LIMIT -> new Pen(HouseStyles.MUTED, 1, "sysDash", "", 0);
		};
	}

	/// Points that read so have no line, and a large marker of their own shape.
	private static Pen pen(Reading reading) {
		return switch (reading) {
			case IMPROVEMENT -> new Pen("0073AD", 2.25, NO_LINE, "diamond", 12);
			case CONCERN -> new Pen("C25400", 2.25, NO_LINE, "square", 10);
			case NEUTRAL -> new Pen("490092", 2.25, NO_LINE, "triangle", 11);
		};
	}

	private static void pen(XmlOut xml, Pen pen) throws IOException {
		var fill = fill(pen.colour());
		xml.raw("<c:spPr><a:ln").attribute("w", (int) (pen.points() * Drawn.EMU_PER_POINT)).raw(" cap=\"rnd\">");
		if (pen.dash().equals(NO_LINE)) {
			xml.raw("<a:noFill/>");
		}
		else {
			xml.raw(fill).raw("<a:prstDash").attribute("val", pen.dash()).raw("/><a:round/>");
		}
		xml.raw("</a:ln></c:spPr><c:marker><c:symbol");
		xml.attribute("val", pen.marker().isEmpty() ? "none" : pen.marker()).raw("/>");
		if (!pen.marker().isEmpty()) {
			xml.raw("<c:size").attribute("val", pen.size()).raw("/><c:spPr>").raw(fill).raw("<a:ln w=\"9525\">").raw(fill).raw("</a:ln></c:spPr>");
		}
		xml.raw("</c:marker>");
	}

	private static void periods(XmlOut xml, int count) throws IOException {
		xml.raw("<c:catAx><c:axId val=\"1001\"/><c:scaling><c:orientation val=\"minMax\"/></c:scaling><c:delete val=\"0\"/>");
		xml.raw("<c:axPos val=\"b\"/><c:numFmt formatCode=\"General\" sourceLinked=\"0\"/><c:majorTickMark val=\"out\"/>");
		xml.raw("<c:minorTickMark val=\"none\"/><c:tickLblPos val=\"low\"/><c:spPr><a:ln w=\"9525\">").raw(fill(HouseStyles.MUTED));
		xml.raw("</a:ln></c:spPr><c:crossAx val=\"1002\"/><c:crosses val=\"autoZero\"/><c:auto val=\"0\"/><c:lblAlgn val=\"ctr\"/>");
		xml.raw("<c:lblOffset val=\"100\"/>");
		if (count > SLANTED) {
			xml.raw("<c:tickLblSkip").attribute("val", (count + SHOWN - 1) / SHOWN).raw("/>");
		}
		xml.raw("<c:noMultiLvlLbl val=\"1\"/></c:catAx>");
	}

	private void values(XmlOut xml, Chart chart, String format) throws IOException {
		xml.raw("<c:valAx><c:axId val=\"1002\"/><c:scaling><c:orientation val=\"minMax\"/></c:scaling><c:delete val=\"0\"/>");
		xml.raw("<c:axPos val=\"l\"/><c:majorGridlines><c:spPr><a:ln w=\"6350\">").raw(fill(HouseStyles.RULE));
		xml.raw("</a:ln></c:spPr></c:majorGridlines>");
		if (!chart.unit().isBlank() && !ChartData.isPercent(chart)) {
			xml.raw("<c:title><c:tx><c:rich><a:bodyPr rot=\"-5400000\" vert=\"horz\"/><a:p><a:pPr><a:defRPr b=\"0\"/></a:pPr><a:r><a:rPr");
			xml.attribute("lang", this.look.language()).raw(" b=\"0\"/><a:t>").text(XmlCharacters.clean(chart.unit()));
			xml.raw("</a:t></a:r></a:p></c:rich></c:tx><c:overlay val=\"0\"/></c:title>");
		}
		xml.raw("<c:numFmt").attribute("formatCode", format).raw(" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/>");
		xml.raw("<c:minorTickMark val=\"none\"/><c:tickLblPos val=\"nextTo\"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>");
		xml.raw("<c:crossAx val=\"1001\"/><c:crosses val=\"autoZero\"/><c:crossBetween val=\"between\"/></c:valAx>");
	}

	private void letters(XmlOut xml) throws IOException {
		xml.raw("<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz=\"1100\">").raw(fill(HouseStyles.INK)).raw("<a:latin");
		xml.attribute("typeface", this.look.font()).raw("/></a:defRPr></a:pPr><a:endParaRPr").attribute("lang", this.look.language());
		xml.raw("/></a:p></c:txPr>");
	}

	private static String fill(String colour) {
		return "<a:solidFill><a:srgbClr val=\"" + colour + "\"/></a:solidFill>";
	}

}
