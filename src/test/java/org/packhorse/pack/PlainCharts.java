package org.packhorse.pack;

import java.util.stream.IntStream;

import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xddf.usermodel.PresetColor;
import org.apache.poi.xddf.usermodel.PresetLineDash;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFPresetLineDash;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFChart;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xwpf.usermodel.XWPFChart;
import org.packhorse.document.Block;
import org.packhorse.writer.Look;

/// The yardstick's line charts, as POI's own chart examples draw them: in Word the figures stand in the workbook that POI
/// puts into each chart, in Excel in cells of the sheet.
final class PlainCharts {

	private PlainCharts() {
	}

	static void word(XWPFChart chart, Block.Chart drawn, Look look) {
		var lines = lines(chart, drawn);
		int last = drawn.periods().size();
		var periods = XDDFDataSourcesFactory.fromArray(drawn.periods().toArray(String[]::new),
				chart.formatRange(new CellRangeAddress(1, last, 0, 0)), 0);
		for (int i = 0; i < drawn.lines().size(); i++) {
			int column = i + 1;
			var line = drawn.lines().get(i);
			var values = line.values().stream().map(value -> value == null ? null : value.doubleValue()).toArray(Double[]::new);
			var series = series(lines, periods, XDDFDataSourcesFactory.fromArray(values,
					chart.formatRange(new CellRangeAddress(1, last, column, column)), column), line.kind(), look);
			series.setTitle(line.name(), chart.setSheetTitle(line.name(), column));
		}
		chart.plot(lines);
	}

	/// The chart from the cells below a row: periods in the first column, one line in each of the next.
	static void excel(XSSFChart chart, Block.Chart drawn, Look look, XSSFSheet sheet, int row) {
		var lines = lines(chart, drawn);
		int last = row + drawn.periods().size();
		var periods = XDDFDataSourcesFactory.fromStringCellRange(sheet, new CellRangeAddress(row + 1, last, 0, 0));
		IntStream.range(0, drawn.lines().size()).forEach(i -> {
			var line = drawn.lines().get(i);
			var values = XDDFDataSourcesFactory.fromNumericCellRange(sheet, new CellRangeAddress(row + 1, last, i + 1, i + 1));
			series(lines, periods, values, line.kind(), look).setTitle(line.name(), null);
		});
		chart.plot(lines);
	}

	private static XDDFLineChartData lines(XDDFChart chart, Block.Chart drawn) {
		chart.setTitleText(drawn.caption());
		chart.setTitleOverlay(false);
		chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
		var across = chart.createCategoryAxis(AxisPosition.BOTTOM);
		var up = chart.createValueAxis(AxisPosition.LEFT);
		up.setCrosses(AxisCrosses.AUTO_ZERO);
		up.setTitle(drawn.unit());
		return (XDDFLineChartData) chart.createData(ChartTypes.LINE, across, up);
	}

	private static XDDFLineChartData.Series series(XDDFLineChartData lines, XDDFCategoryDataSource periods,
			XDDFNumericalDataSource<Double> values, Block.Chart.Kind kind, Look look) {
		var series = (XDDFLineChartData.Series) lines.addSeries(periods, values);
		boolean actual = kind == Block.Chart.Kind.ACTUAL;
		series.setSmooth(false);
		series.setMarkerStyle(actual ? MarkerStyle.CIRCLE : MarkerStyle.NONE);
		var stroke = new XDDFLineProperties();
		stroke.setFillProperties(new XDDFSolidFillProperties(
				actual ? XDDFColor.from(PlainPack.bytes(look.accent())) : XDDFColor.from(PresetColor.DIM_GRAY)));
		if (!actual) {
			stroke.setPresetDash(new XDDFPresetLineDash(PresetLineDash.DASH));
		}
		series.setLineProperties(stroke);
		return series;
	}

}
