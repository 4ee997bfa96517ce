package org.packhorse.writer.word;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.packhorse.document.Block.Chart;
import org.packhorse.document.ChartSeries;
import org.packhorse.writer.Look;

/// Writes the part of a line chart that Word draws itself, so that an editor can change its colours, axes and words.
///
/// The figures stand in the chart, and the same ones in the workbook that "Edit data" opens.
final class WordCharts {

	private static final String CATEGORIES = "111111";

	private static final String VALUES = "222222";

	/// More names of periods than this do not fit side by side; then about so many are shown.
	private static final int SLANTED = 14;

	private static final int SHOWN = 9;

	private final Xml xml;

	private final Chart chart;

	private final List<ChartSeries> series;

	private final ChartStyle style;

	private final Look look;

	WordCharts(Xml xml, Chart chart, Look look) {
		this.xml = xml;
		this.chart = chart;
		this.look = look;
		this.series = ChartSeries.of(chart);
		this.style = new ChartStyle(xml, look.accent());
	}

	void write() {
		this.xml.element("c:chartSpace", () -> {
			this.xml.raw("<c:date1904 val=\"0\"/><c:roundedCorners val=\"0\"/>");
			this.xml.element("c:chart", () -> {
				this.xml.empty("c:autoTitleDeleted", "val", "1");
				this.xml.element("c:plotArea", this::plot);
				this.xml.element("c:legend", this::legend);
				this.xml.raw("<c:plotVisOnly val=\"1\"/><c:dispBlanksAs val=\"gap\"/>");
			});
			this.xml.raw("<c:spPr><a:solidFill><a:srgbClr val=\"FFFFFF\"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>");
			this.style.text(this.look.font(), 1000, false);
			this.xml.raw("<c:externalData r:id=\"rId1\"><c:autoUpdate val=\"0\"/></c:externalData>");
		}, "xmlns:c", Names.C, "xmlns:a", Names.A, "xmlns:r", Names.R);
	}

	/// A line that steps is named once.
	private void legend() {
		this.xml.raw("<c:legendPos val=\"b\"/>");
		for (int i = 0; i < this.series.size(); i++) {
			if (this.series.get(i).again()) {
				var index = String.valueOf(i);
				this.xml.element("c:legendEntry", () -> {
					this.xml.empty("c:idx", "val", index);
					this.xml.empty("c:delete", "val", "1");
				});
			}
		}
		this.xml.raw("<c:overlay val=\"0\"/>");
	}

	private void plot() {
		this.xml.empty("c:layout");
		this.xml.element("c:lineChart", () -> {
			this.xml.raw("<c:grouping val=\"standard\"/><c:varyColors val=\"0\"/>");
			int actuals = 0;
			for (int i = 0; i < this.series.size(); i++) {
				var one = this.series.get(i);
				boolean actual = one.signal() == null && one.line().kind() == Chart.Kind.ACTUAL;
				series(i, one, actual ? actuals++ : 0);
			}
			this.xml.raw("<c:marker val=\"1\"/>");
			this.xml.empty("c:axId", "val", CATEGORIES);
			this.xml.empty("c:axId", "val", VALUES);
		});
		categoryAxis();
		valueAxis();
	}

	private void series(int index, ChartSeries series, int actual) {
		this.xml.element("c:ser", () -> {
			var number = String.valueOf(index);
			this.xml.empty("c:idx", "val", number);
			this.xml.empty("c:order", "val", number);
			var column = ChartBook.column(index + 1);
			this.xml.element("c:tx", () -> strings("$" + column + "$1", List.of(series.name())));
			var signal = series.signal();
			if (signal == null) {
				this.style.line(series.line().kind(), actual);
			}
			else {
				this.style.signal(signal);
			}
			letters(series);
			int last = this.chart.periods().size() + 1;
			this.xml.element("c:cat", () -> strings("$A$2:$A$" + last, this.chart.periods()));
			this.xml.element("c:val", () -> numbers("$" + column + "$2:$" + column + "$" + last, series.values()));
			this.xml.empty("c:smooth", "val", "0");
		});
	}

	/// The letters of events stand above the points of their periods.
	private void letters(ChartSeries series) {
		var lettered = series.lettered(this.chart);
		if (!lettered.isEmpty()) {
			this.xml.element("c:dLbls", () -> {
				lettered.forEach(period -> this.style.letters(period, this.chart.words().letters(period), this.look.font()));
				this.xml.raw("<c:showLegendKey val=\"0\"/><c:showVal val=\"0\"/><c:showCatName val=\"0\"/><c:showSerName val=\"0\"/>"
						+ "<c:showPercent val=\"0\"/><c:showBubbleSize val=\"0\"/>");
			});
		}
	}

	private void strings(String cells, List<String> words) {
		this.xml.element("c:strRef", () -> {
			this.xml.words("c:f", ChartBook.SHEET + "!" + cells);
			this.xml.element("c:strCache", () -> {
				this.xml.empty("c:ptCount", "val", String.valueOf(words.size()));
				for (int i = 0; i < words.size(); i++) {
					point(i, words.get(i));
				}
			});
		});
	}

	/// A period without a value has no point, which leaves a gap in the line.
	private void numbers(String cells, List<@Nullable BigDecimal> values) {
		this.xml.element("c:numRef", () -> {
			this.xml.words("c:f", ChartBook.SHEET + "!" + cells);
			this.xml.element("c:numCache", () -> {
				this.xml.words("c:formatCode", format());
				this.xml.empty("c:ptCount", "val", String.valueOf(values.size()));
				for (int i = 0; i < values.size(); i++) {
					var value = values.get(i);
					if (value != null) {
						point(i, ChartBook.figure(this.chart, value));
					}
				}
			});
		});
	}

	private void point(int index, String words) {
		this.xml.element("c:pt", () -> this.xml.words("c:v", words), "idx", String.valueOf(index));
	}

	private String format() {
		return this.chart.decimals() == 0 ? "#,##0" : "#,##0." + "0".repeat(this.chart.decimals());
	}

	private void categoryAxis() {
		this.xml.element("c:catAx", () -> {
			this.xml.empty("c:axId", "val", CATEGORIES);
			this.xml.raw("<c:scaling><c:orientation val=\"minMax\"/></c:scaling><c:delete val=\"0\"/><c:axPos val=\"b\"/>"
					+ "<c:numFmt formatCode=\"General\" sourceLinked=\"0\"/><c:majorTickMark val=\"out\"/><c:minorTickMark val=\"none\"/>"
					+ "<c:tickLblPos val=\"low\"/>");
			this.style.rule("6F777B");
			this.xml.empty("c:crossAx", "val", VALUES);
			this.xml.raw("<c:crosses val=\"autoZero\"/><c:auto val=\"0\"/><c:lblAlgn val=\"ctr\"/><c:lblOffset val=\"100\"/>");
			int periods = this.chart.periods().size();
			if (periods > SLANTED) {
				this.xml.empty("c:tickLblSkip", "val", String.valueOf((periods + SHOWN - 1) / SHOWN));
			}
			this.xml.raw("<c:noMultiLvlLbl val=\"0\"/>");
		});
	}

	private void valueAxis() {
		this.xml.element("c:valAx", () -> {
			this.xml.empty("c:axId", "val", VALUES);
			this.xml.raw("<c:scaling><c:orientation val=\"minMax\"/></c:scaling><c:delete val=\"0\"/><c:axPos val=\"l\"/>");
			this.xml.element("c:majorGridlines", () -> this.style.rule("DEE0E2"));
			if (!this.chart.unit().isBlank()) {
				this.style.title(this.look.font(), this.chart.unit());
			}
			this.xml.empty("c:numFmt", "formatCode", "General", "sourceLinked", "0");
			this.xml.raw("<c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/><c:tickLblPos val=\"low\"/>");
			this.style.rule("FFFFFF");
			this.xml.empty("c:crossAx", "val", CATEGORIES);
			this.xml.raw("<c:crosses val=\"autoZero\"/><c:crossBetween val=\"between\"/>");
		});
	}

}
