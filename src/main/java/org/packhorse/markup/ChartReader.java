package org.packhorse.markup;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.packhorse.document.Block.Chart;
import org.packhorse.document.Block.Chart.Event;
import org.packhorse.document.Block.Chart.Kind;
import org.packhorse.document.Block.Chart.Line;
import org.packhorse.document.Block.Chart.Mark;
import org.packhorse.document.Block.Chart.Reading;
import org.packhorse.document.Position;

/// Makes charts of elements that close.
final class ChartReader {

	/// A point of a line or a sparkline, which may be a gap.
	record Point(@Nullable BigDecimal value, @Nullable Mark mark) {
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
			case "point" -> point(element);
			case "period" -> element.prose().plain();
			case "event" -> new Event(element.attributes().words("period"), element.prose().plain());
			case "line" -> new Placed(element.at(), line(element));
			default -> chart(element);
		};
	}

	/// A point; one with a blank mark has none.
	private Point point(Opened point) {
		var value = point.attributes().number("value");
		var mark = point.attributes().words("mark", "");
		if (mark.isEmpty()) {
			return new Point(value, null);
		}
		var note = point.attributes().words("note", "");
		if (value == null || note.isBlank()) {
			this.faults.add(point.at(), "<point> has a mark but no " + (value == null ? "value" : "note"),
					value == null ? "Mark points that have a value only" : "Say in note=\"…\" what makes the point stand out");
			return new Point(value, null);
		}
		return new Point(value, new Mark(point.attributes().choice("mark", Reading.NEUTRAL), note));
	}

	private static Line line(Opened line) {
		List<@Nullable BigDecimal> values = new ArrayList<>();
		List<@Nullable Mark> marks = new ArrayList<>();
		line.parts(Point.class).forEach(point -> {
			values.add(point.value());
			marks.add(point.mark());
		});
		boolean marked = marks.stream().anyMatch(mark -> mark != null);
		return new Line(line.attributes().words("name"), line.attributes().choice("kind", Kind.ACTUAL), values, marked ? marks : List.of());
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
				attributes.whole("decimals", 0, 0, 12), periods, lines, events(chart, periods));
	}

	private List<Event> events(Opened chart, List<String> periods) {
		var events = new ArrayList<Event>();
		for (Event event : chart.parts(Event.class)) {
			if (periods.contains(event.period())) {
				events.add(event);
			}
			else if (!chart.isSpoilt()) {
				this.faults.add(chart.at(), "An event is in \"" + event.period() + "\", which is no period of the chart",
						NearestName.among(periods).remedy(event.period()));
			}
		}
		return events;
	}

	private void sayOdd(Placed placed, int periods) {
		int points = placed.line().values().size();
		this.faults.add(placed.at(), "The line has " + points + (points == 1 ? " point" : " points") + ", the chart has " + periods
				+ (periods == 1 ? " period" : " periods"), "Write a <point> for each <period>; a gap is <point/>");
	}

}
