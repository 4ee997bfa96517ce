package org.packhorse.markup;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.packhorse.document.Block.Chart;
import org.packhorse.document.Block.Chart.Kind;
import org.packhorse.document.Block.Chart.Line;
import org.packhorse.markup.Node.Element;

/// Reads a chart.
final class ChartReader {

	private final Faults faults;

	ChartReader(Faults faults) {
		this.faults = faults;
	}

	Chart chart(Element chart) {
		var periods = chart.elements("period").stream().map(period -> Prose.collapse(period.words()).strip()).toList();
		var lines = chart.elements("line").stream().filter(line -> fits(line, periods.size())).map(this::line).toList();
		var attributes = new Attributes(chart, this.faults);
		return new Chart(chart.at(), attributes.words("caption"), attributes.words("alternative"), attributes.words("unit", ""),
				attributes.whole("decimals", 0, 0, 12), periods, lines);
	}

	private boolean fits(Element line, int periods) {
		int points = line.elements("point").size();
		if (points != periods) {
			this.faults.add(line.at(), "The line has " + points + (points == 1 ? " point" : " points") + ", the chart has " + periods
					+ (periods == 1 ? " period" : " periods"), "Write a <point> for each <period>; a gap is <point/>");
		}
		return points == periods;
	}

	private Line line(Element line) {
		var attributes = new Attributes(line, this.faults);
		List<@Nullable BigDecimal> values = new ArrayList<>();
		line.elements("point").forEach(point -> values.add(new Attributes(point, this.faults).number("value")));
		return new Line(attributes.words("name"), attributes.choice("kind", Kind.ACTUAL), values);
	}

}
