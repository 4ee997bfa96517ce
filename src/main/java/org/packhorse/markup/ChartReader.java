package org.packhorse.markup;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.packhorse.document.Block.Chart;
import org.packhorse.document.Block.Chart.Kind;
import org.packhorse.document.Block.Chart.Line;
import org.packhorse.document.Position;

/// Makes charts of elements that close.
final class ChartReader {

	/// A point of a line, which may be a gap.
	private record Point(@Nullable BigDecimal value) {
	}

	/// A line before its chart is known as a whole.
	private record Placed(Position at, Line line) {
	}

	private final Faults faults;

	ChartReader(Faults faults) {
		this.faults = faults;
	}

	Object made(Opened element) {
		return switch (element.name()) {
			case "point" -> new Point(element.attributes().number("value"));
			case "period" -> element.prose().plain();
			case "line" -> new Placed(element.at(), line(element));
			default -> chart(element);
		};
	}

	private static Line line(Opened line) {
		List<@Nullable BigDecimal> values = new ArrayList<>();
		line.parts(Point.class).forEach(point -> values.add(point.value()));
		return new Line(line.attributes().words("name"), line.attributes().choice("kind", Kind.ACTUAL), values);
	}

	private Chart chart(Opened chart) {
		var periods = chart.parts(String.class);
		var lines = new ArrayList<Line>();
		for (Placed placed : chart.parts(Placed.class)) {
			if (placed.line().values().size() == periods.size()) {
				lines.add(placed.line());
			}
			else if (!chart.isSpoilt()) {
				sayOdd(placed, periods.size());
			}
		}
		if (lines.isEmpty() && !chart.parts(Placed.class).isEmpty()) {
			chart.spoil();
		}
		var attributes = chart.attributes();
		return new Chart(chart.at(), attributes.words("caption"), attributes.words("alternative"), attributes.words("unit", ""),
				attributes.whole("decimals", 0, 0, 12), periods, lines);
	}

	private void sayOdd(Placed placed, int periods) {
		int points = placed.line().values().size();
		this.faults.add(placed.at(), "The line has " + points + (points == 1 ? " point" : " points") + ", the chart has " + periods
				+ (periods == 1 ? " period" : " periods"), "Write a <point> for each <period>; a gap is <point/>");
	}

}
