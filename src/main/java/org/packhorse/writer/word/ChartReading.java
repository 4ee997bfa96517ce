package org.packhorse.writer.word;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.packhorse.writer.ChartFolding;
import org.packhorse.writer.ReadBack;
import org.packhorse.writer.ReadBack.Part;
import org.w3c.dom.Element;

/// Reads a chart's part: the lines with the figures that Word draws.
final class ChartReading {

	private ChartReading() {
	}

	static Part of(byte[] part, String caption, String alternative) {
		var chart = Nodes.root(part);
		var lines = Nodes.all(chart, "ser").toList();
		var periods = lines.isEmpty() ? List.<String>of() : points(Nodes.child(lines.getFirst(), "cat"));
		var unit = Nodes.all(chart, "valAx").flatMap(axis -> Nodes.children(axis, "title")).map(Element::getTextContent).collect(Collectors.joining());
		var series = lines.stream()
			.map(line -> new ReadBack.Series(String.join("", points(Nodes.child(line, "tx"))), points(Nodes.child(line, "val"))))
			.toList();
		return new Part.Chart(caption, alternative, unit, periods, ChartFolding.lines(series, periods, alternative));
	}

	private static List<String> points(Element cache) {
		var points = new TreeMap<Integer, String>();
		Nodes.all(cache, "pt").forEach(point -> points.put(Integer.valueOf(point.getAttribute("idx")), Nodes.child(point, "v").getTextContent()));
		int count = Integer.parseInt(Nodes.find(cache, "ptCount").getAttribute("val"));
		return IntStream.range(0, count).mapToObj(i -> points.getOrDefault(i, "")).toList();
	}

}
