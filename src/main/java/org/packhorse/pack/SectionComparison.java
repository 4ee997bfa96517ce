package org.packhorse.pack;

import java.util.List;
import java.util.function.BiConsumer;

import org.packhorse.writer.ReadBack;
import org.packhorse.writer.ReadBack.Part;
import org.packhorse.writer.Said;

/// Compares what stands below one heading, part by part.
final class SectionComparison {

	private final Differences differences;

	private final String under;

	SectionComparison(Differences differences, Comparison.Place heading) {
		this.differences = differences;
		this.under = heading.under();
	}

	/// Walks both in step; where they part ways, the side that has the other's part later on has something more.
	void compare(List<Part> expected, List<Part> found) {
		int i = 0;
		int j = 0;
		while (i < expected.size() && j < found.size()) {
			int later = named(expected.get(i), found, j);
			int earlier = named(found.get(j), expected, i);
			if (later == j || later < 0 && earlier < 0) {
				part(expected.get(i++), found.get(j++));
			}
			else if (later > 0 && (earlier < 0 || later - j <= earlier - i)) {
				more(found.get(j++));
			}
			else {
				missing(expected.get(i++));
			}
		}
		expected.subList(i, expected.size()).forEach(this::missing);
		found.subList(j, found.size()).forEach(this::more);
	}

	/// Where a part of this name stands from here on, or -1.
	private static int named(Part wanted, List<Part> parts, int from) {
		for (int i = from; i < parts.size(); i++) {
			if (parts.get(i).getClass() == wanted.getClass() && Said.bare(name(parts.get(i))).equals(Said.bare(name(wanted)))) {
				return i;
			}
		}
		return -1;
	}

	private void missing(Part part) {
		this.differences.add("%s: expected %s, found none".formatted(this.under, called(part)));
	}

	private void more(Part part) {
		this.differences.add("%s: found %s, which the pack does not have there".formatted(this.under, called(part)));
	}

	private void part(Part expected, Part found) {
		if (expected.getClass() != found.getClass()) {
			this.differences.add("%s: expected %s, found %s".formatted(this.under, called(expected), called(found)));
			return;
		}
		switch (expected) {
			case Part.Heading _, Part.Resumed _ -> { /* compared with all headings */ }
			case Part.Paragraph paragraph -> said("paragraph", paragraph.words(), ((Part.Paragraph) found).words());
			case Part.Item item -> item(item, (Part.Item) found);
			case Part.Table table -> table(table, (Part.Table) found);
			case Part.Figures figures -> figures(figures, (Part.Figures) found);
			case Part.Chart chart -> chart(chart, (Part.Chart) found);
			case Part.Picture picture -> words("picture's text alternative", picture.alternative(), ((Part.Picture) found).alternative());
			case Part.Callout callout -> callout(callout, (Part.Callout) found);
		}
	}

	private void item(Part.Item expected, Part.Item found) {
		words("mark of '" + Differences.shortened(expected.words().words()) + "'", expected.mark(), found.mark());
		said("item", expected.words(), found.words());
	}

	private void callout(Part.Callout expected, Part.Callout found) {
		var where = "box '" + Differences.shortened(expected.title()) + "'";
		words(where + ", title", expected.title(), found.title());
		words(where + ", colour", expected.fill(), found.fill());
		each(where + ", paragraph", expected.paragraphs(), found.paragraphs(), (one, other) -> said(where, one, other));
	}

	private void figures(Part.Figures expected, Part.Figures found) {
		var where = "headline figures '" + expected.caption() + "'";
		words(where + ", caption", expected.caption(), found.caption());
		each(where + ", figure", expected.figures(), found.figures(), (one, other) -> {
			words(where + ", label", one.label(), other.label());
			words(where + ", " + one.label(), one.value(), other.value());
			said(where + ", " + one.label(), one.more(), other.more());
		});
	}

	private void chart(Part.Chart expected, Part.Chart found) {
		var where = "chart '" + expected.caption() + "'";
		words(where + ", caption", expected.caption(), found.caption());
		words(where + ", text alternative", expected.alternative(), found.alternative());
		words(where + ", unit", expected.unit(), found.unit());
		each(where + ", period", expected.periods(), found.periods(), (one, other) -> words(where + ", period", one, other));
		each(where + ", line", expected.series(), found.series(), (one, other) -> line(where, expected.periods(), one, other));
	}

	private void line(String chart, List<String> periods, ReadBack.Series expected, ReadBack.Series found) {
		words(chart + ", line", expected.name(), found.name());
		for (int i = 0; i < Math.max(expected.values().size(), found.values().size()); i++) {
			var period = i < periods.size() ? periods.get(i) : "the last figure";
			words(chart + ", line '" + expected.name() + "', " + period, at(expected.values(), i), at(found.values(), i));
		}
	}

	private static String at(List<String> values, int index) {
		return index < values.size() ? values.get(index) : "";
	}

	/// A table without rows need not show its headings.
	private void table(Part.Table expected, Part.Table found) {
		var where = "table '" + expected.caption() + "'";
		words(where + ", caption", expected.caption(), found.caption());
		words(where + ", words in place of rows", expected.ifEmpty(), found.ifEmpty());
		if (!expected.rows().isEmpty() || !expected.header().isEmpty() && !found.header().isEmpty()) {
			each(where + ", column", expected.header(), found.header(), (one, other) -> words(where + ", column heading", one, other));
		}
		if (expected.rows().size() != found.rows().size()) {
			this.differences.add("%s, %s: expected %d rows, found %d".formatted(this.under, where, expected.rows().size(), found.rows().size()));
		}
		for (int i = 0; i < Math.min(expected.rows().size(), found.rows().size()); i++) {
			row(where, i, expected, found.rows().get(i));
		}
	}

	private void row(String table, int index, Part.Table expected, List<Said> found) {
		var cells = expected.rows().get(index);
		var name = cells.getFirst().words();
		var where = "%s, row %d%s".formatted(table, index + 1, name.isEmpty() ? "" : " (" + Differences.shortened(name) + ")");
		if (cells.size() != found.size()) {
			this.differences.add("%s, %s: expected %d cells, found %d".formatted(this.under, where, cells.size(), found.size()));
			return;
		}
		for (int i = 0; i < cells.size(); i++) {
			if (!cells.get(i).same(found.get(i))) {
				said(where + ", " + (i < expected.header().size() ? "column '" + expected.header().get(i) + "'" : "cell " + (i + 1)), cells.get(i), found.get(i));
			}
		}
	}

	private <T> void each(String where, List<T> expected, List<T> found, BiConsumer<T, T> compare) {
		if (expected.size() != found.size()) {
			this.differences.add("%s, %s: expected %d, found %d".formatted(this.under, where, expected.size(), found.size()));
		}
		for (int i = 0; i < Math.min(expected.size(), found.size()); i++) {
			compare.accept(expected.get(i), found.get(i));
		}
	}

	private void words(String where, String expected, String found) {
		this.differences.words(this.under + ", " + where, expected, found);
	}

	private void said(String where, Said expected, Said found) {
		if (expected.same(found)) {
			return;
		}
		int before = this.differences.count();
		words(where, expected.words(), found.words());
		if (this.differences.count() == before) {
			beyondWords(where, expected, found);
		}
	}

	/// The words are the same: a colour or a link is not.
	private void beyondWords(String where, Said expected, Said found) {
		for (int i = 0; i < Math.max(expected.runs().size(), found.runs().size()); i++) {
			var wanted = i < expected.runs().size() ? inFull(expected.runs().get(i)) : "nothing more";
			var read = i < found.runs().size() ? inFull(found.runs().get(i)) : "nothing more";
			if (!Said.bare(wanted).equals(Said.bare(read))) {
				this.differences.add("%s, %s: expected %s, found %s".formatted(this.under, where, wanted, read));
				return;
			}
		}
	}

	private static String inFull(Said.Run run) {
		var words = "'" + Differences.shortened(Said.of(run.words()).words()) + "'";
		return switch (run.kind()) {
			case PLAIN -> "the plain words " + words;
			case BADGE -> "the badge " + words + " in the colour " + (run.about().isEmpty() ? "of none" : run.about());
			case SPARKLINE -> "the sparkline " + words;
			case LINK -> "the link " + words + " to " + run.about();
		};
	}

	private static String name(Part part) {
		return switch (part) {
			case Part.Heading heading -> heading.words();
			case Part.Resumed resumed -> resumed.heading();
			case Part.Paragraph paragraph -> paragraph.words().words();
			case Part.Item item -> item.mark() + " " + item.words().words();
			case Part.Table table -> table.caption();
			case Part.Figures figures -> figures.caption();
			case Part.Chart chart -> chart.caption();
			case Part.Picture picture -> picture.alternative();
			case Part.Callout callout -> callout.title();
		};
	}

	private static String called(Part part) {
		var kind = switch (part) {
			case Part.Heading _, Part.Resumed _ -> "the heading";
			case Part.Paragraph _ -> "the paragraph";
			case Part.Item _ -> "the item";
			case Part.Table _ -> "the table";
			case Part.Figures _ -> "the headline figures";
			case Part.Chart _ -> "the chart";
			case Part.Picture _ -> "the picture";
			case Part.Callout _ -> "the box";
		};
		return kind + " '" + Differences.shortened(name(part)) + "'";
	}

}
