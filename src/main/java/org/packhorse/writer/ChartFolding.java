package org.packhorse.writer;

import java.util.ArrayList;
import java.util.List;

import org.packhorse.document.Block.Chart.Reading;
import org.packhorse.writer.ReadBack.Series;

/// Makes of the columns that a file has for a chart the lines that the chart has. Only what says the same once more is folded
/// away: what differs stays, and so is found.
public final class ChartFolding {

	/// The heading of the column of words.
	public static final String REMARKS = "Signals and events";

	private ChartFolding() {
	}

	/// The lines: stretches of a line that steps are one line again, and the points that stand out are those of their line.
	public static List<Series> lines(List<Series> columns, List<String> periods, String alternative) {
		var lines = new ArrayList<Series>();
		for (Series column : columns) {
			if (!isStretch(column, lines, periods) && !isSignal(column, lines, periods, alternative) && !isRemarks(column, alternative)) {
				lines.add(column);
			}
		}
		return lines;
	}

	/// "Mean from Aug 2025" goes on with "Mean" where that has no more values.
	private static boolean isStretch(Series column, List<Series> lines, List<String> periods) {
		int first = first(column.values());
		if (lines.isEmpty() || first < 0 || first >= periods.size()) {
			return false;
		}
		var line = lines.getLast();
		if (!column.name().equals(line.name() + " from " + periods.get(first)) || line.values().subList(first, line.values().size()).stream().anyMatch(value -> !value.isEmpty())) {
			return false;
		}
		var values = new ArrayList<>(line.values().subList(0, first));
		values.addAll(column.values().subList(first, column.values().size()));
		lines.set(lines.size() - 1, new Series(line.name(), values));
		return true;
	}

	private static int first(List<String> values) {
		for (int i = 0; i < values.size(); i++) {
			if (!values.get(i).isEmpty()) {
				return i;
			}
		}
		return -1;
	}

	/// Points of one reading, each with its line's own value and named in the text alternative.
	private static boolean isSignal(Series column, List<Series> lines, List<String> periods, String alternative) {
		for (Reading reading : Reading.values()) {
			var line = lines.stream()
				.filter(one -> column.name().equals(reading.words()) || column.name().equals(one.name() + ": " + reading.words()))
				.filter(one -> lies(column.values(), one.values(), periods, alternative))
				.findFirst();
			if (line.isPresent()) {
				return true;
			}
		}
		return false;
	}

	private static boolean lies(List<String> points, List<String> line, List<String> periods, String alternative) {
		for (int i = 0; i < points.size(); i++) {
			if (!points.get(i).isEmpty() && !(points.get(i).equals(line.get(i)) && alternative.contains(periods.get(i) + " ("))) {
				return false;
			}
		}
		return true;
	}

	/// Words of which the text alternative has every piece.
	private static boolean isRemarks(Series column, String alternative) {
		return column.name().equals(REMARKS) && column.values().stream().flatMap(remark -> List.of(remark.split("; ")).stream())
			.allMatch(piece -> alternative.contains(piece) || alternative.contains(piece.substring(piece.indexOf(": ") + 1).strip()));
	}

}
