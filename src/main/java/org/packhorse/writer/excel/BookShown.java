package org.packhorse.writer.excel;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.packhorse.document.Cover;
import org.packhorse.writer.ReadBack;
import org.packhorse.writer.ReadBack.Part;
import org.packhorse.writer.Said;
import org.packhorse.writer.Said.Run;

/// What a workbook shows of a pack, in the order of its sheets: a section's words with a line in place of each table, then its
/// tables, each below its caption as a heading and a line that says how long it is and which section it is of. A section of nothing
/// but tables has no heading but in those lines.
final class BookShown {

	/// Headings below this level look alike.
	static final int DEEPEST_HEADING = 4;

	private final List<Part> shown = new ArrayList<>();

	/// The tables of the current section, each with its line.
	private final List<Part> tables = new ArrayList<>();

	private boolean leads;

	private String heading = "";

	ReadBack of(ReadBack whole) {
		var parts = whole.parts();
		for (int from = 0, to; from < parts.size(); from = to) {
			for (to = from + 1; to < parts.size() && !starts(parts.get(to));) {
				to++;
			}
			section(parts.subList(from, to));
		}
		return new ReadBack(front(whole.front()), this.shown);
	}

	/// Whether a section starts here, or blocks that stand outside of any.
	private static boolean starts(Part part) {
		return part instanceof Part.Heading heading && heading.level() == 1 || part instanceof Part.Resumed resumed && resumed.heading().isEmpty();
	}

	/// The marking, and that it is a draft, are facts of the cover; below the title stand subtitle and organisation alike.
	private static ReadBack.Front front(ReadBack.Front front) {
		var facts = new ArrayList<ReadBack.Fact>();
		if (!front.marking().isBlank()) {
			facts.add(new ReadBack.Fact("Marking", front.marking()));
		}
		if (!front.draft().isBlank()) {
			facts.add(new ReadBack.Fact("Status of the file", front.draft()));
		}
		facts.addAll(front.facts().stream().filter(fact -> !Said.bare(fact.words()).isEmpty()).toList());
		return new ReadBack.Front(front.title(), front.subtitle() + " " + front.organisation(), "", front.language(), "", "", facts, Cover.Front.PAGE);
	}

	private void section(List<Part> parts) {
		boolean loose = !(parts.getFirst() instanceof Part.Heading);
		this.leads = loose ? parts.stream().anyMatch(BookShown::isWords) : needsWords(parts);
		this.heading = "";
		if (loose && this.leads) {
			this.shown.add(new Part.Heading(1, this.shown.isEmpty() ? "Introduction" : "Further words"));
		}
		parts.forEach(this::part);
		this.shown.addAll(this.tables);
		this.tables.clear();
	}

	/// Words, or a heading with nothing below it.
	private static boolean needsWords(List<Part> parts) {
		for (int i = 0; i < parts.size(); i++) {
			boolean empty = parts.get(i) instanceof Part.Heading heading
					&& (i + 1 == parts.size() || parts.get(i + 1) instanceof Part.Resumed
							|| parts.get(i + 1) instanceof Part.Heading next && next.level() <= heading.level());
			if (empty || isWords(parts.get(i))) {
				return true;
			}
		}
		return false;
	}

	private static boolean isWords(Part part) {
		return switch (part) {
			case Part.Paragraph _, Part.Item _, Part.Callout _, Part.Chart _, Part.Picture _ -> true;
			case Part.Heading _, Part.Resumed _, Part.Table _, Part.Figures _ -> false;
		};
	}

	private void part(Part part) {
		switch (part) {
			case Part.Heading heading -> {
				this.heading = heading.words();
				words(new Part.Heading(Math.min(heading.level(), DEEPEST_HEADING), heading.words()));
			}
			case Part.Resumed resumed -> this.heading = resumed.heading();
			case Part.Paragraph paragraph -> words(new Part.Paragraph(line(paragraph.words())));
			case Part.Item item -> words(new Part.Item(item.mark(), line(item.words())));
			case Part.Callout callout -> words(new Part.Callout(callout.fill(), callout.title(),
					callout.paragraphs().stream().map(words -> Said.of(flat(words))).toList()));
			case Part.Chart chart when chart.series().isEmpty() -> {
				words(new Part.Paragraph(Said.of(chart.caption())));
				words(new Part.Paragraph(Said.of(chart.alternative())));
			}
			case Part.Chart chart -> words(chart(chart));
			case Part.Picture _ -> words(part);
			case Part.Table table -> table(table);
			case Part.Figures figures -> figures(figures);
		}
	}

	private void words(Part part) {
		if (this.leads) {
			this.shown.add(part);
		}
	}

	/// A line that is one link is a link; among other words a link is followed by its address, and colours are not shown.
	private static Said line(Said said) {
		return onlyLink(said) ? linked(said) : Said.of(flat(said));
	}

	/// A paragraph's number may stand before the link.
	private static boolean onlyLink(Said said) {
		return said.runs().stream().filter(run -> run.kind() == Said.Kind.LINK).count() == 1
				&& said.runs().stream().allMatch(run -> run.kind() == Said.Kind.LINK || run.words().matches("[\\d.\\s]+"));
	}

	private static Said linked(Said said) {
		var link = said.runs().getLast();
		return new Said(List.of(Run.link(said.words(), link.about().startsWith("#") ? "#" : link.about())));
	}

	private static String flat(Said said) {
		var flat = new StringBuilder();
		for (Run run : said.runs()) {
			flat.append(run.words());
			var address = run.about().startsWith("mailto:") ? run.about().substring("mailto:".length()) : run.about();
			if (run.kind() == Said.Kind.LINK && !address.startsWith("#") && !address.equals(run.words())) {
				flat.append(" (").append(address).append(")");
			}
		}
		return flat.length() > CellWords.MOST ? flat.substring(0, CellWords.MOST) : flat.toString();
	}

	private static Part chart(Part.Chart chart) {
		var names = new Names();
		names.column("Period");
		return new Part.Chart(chart.caption(), chart.alternative(), chart.unit(), chart.periods(),
				chart.series().stream().map(line -> new ReadBack.Series(names.column(line.name()), line.values())).toList());
	}

	private void table(Part.Table table) {
		if (table.header().isEmpty() && !table.rows().isEmpty()) {
			pointer(new Part.Table(table.caption(), List.of("Item", "Details"), table.rows().stream().flatMap(BookShown::items).toList(), ""));
		}
		else {
			pointer(table);
		}
	}

	/// A form's fields beside each other stand in rows of their own; the label of ticks is not said again in their first row.
	private static Stream<List<Said>> items(List<Said> row) {
		return row.size() == 4 ? Stream.of(row.subList(0, 2), row.subList(2, 4)) : Stream.of(row.subList(row.size() - 2, row.size()));
	}

	/// Headline figures are said in words, and once more as a table.
	private void figures(Part.Figures figures) {
		words(new Part.Paragraph(Said.of(figures.caption())));
		figures.figures().forEach(figure -> words(new Part.Item("•", Said.of(spoken(figure)))));
		var rows = figures.figures().stream().map(BookShown::cells).toList();
		pointer(new Part.Table(figures.caption(), List.of("Measure", "Figure", "Rating", "Note"), rows, ""));
	}

	private static String spoken(ReadBack.Figure figure) {
		return figure.label() + ": " + figure.value() + String.join("", figure.more().runs().stream().map(run -> ", " + run.words()).toList());
	}

	private static List<Said> cells(ReadBack.Figure figure) {
		var badge = figure.more().runs().stream().filter(run -> run.kind() == Said.Kind.BADGE).toList();
		var note = figure.more().runs().stream().filter(run -> run.kind() != Said.Kind.BADGE).toList();
		return List.of(Said.of(figure.label()), Said.of(figure.value()), new Said(badge), new Said(note));
	}

	private void pointer(Part.Table table) {
		var count = TableSheets.count(table.rows().size());
		words(new Part.Paragraph(new Said(List.of(Run.link("Table: " + table.caption() + " (" + count + ")", "#")))));
		this.tables.add(new Part.Heading(1, table.caption()));
		var about = count + (this.heading.isEmpty() ? "" : ", from " + this.heading);
		this.tables.add(new Part.Paragraph(new Said(List.of(this.leads && !this.heading.isEmpty() ? Run.link(about, "#") : Run.plain(about)))));
		var names = new Names();
		this.tables.add(new Part.Table(table.caption(), table.header().stream().map(names::column).toList(),
				table.rows().stream().map(row -> row.stream().map(BookShown::cell).toList()).toList(), table.ifEmpty()));
	}

	/// A cell has the colour of its first badge, or is a link, as a whole; a sparkline is drawn on the cell's own ground.
	private static Said cell(Said said) {
		if (said.runs().stream().anyMatch(run -> run.kind() == Said.Kind.SPARKLINE)) {
			return Said.of(flat(said));
		}
		var badge = said.runs().stream().filter(run -> run.kind() == Said.Kind.BADGE).findFirst();
		if (badge.isPresent()) {
			return new Said(List.of(Run.badge(flat(said), badge.get().about())));
		}
		return onlyLink(said) ? linked(said) : Said.of(flat(said));
	}

}
