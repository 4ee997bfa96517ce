package org.packhorse.markup;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.packhorse.document.Block.Scorecard.Tile;
import org.packhorse.document.Cell;
import org.packhorse.document.Inline;
import org.packhorse.document.Position;
import org.packhorse.document.Tone;
import org.packhorse.document.Value;

/// Makes of elements that close what stands in a paragraph, a list item, a cell or a tile.
final class InlineReader {

	/// A link to a section that may still come.
	private record Pending(Position at, String section) {
	}

	private final Faults faults;

	private final List<Pending> links = new ArrayList<>();

	InlineReader(Faults faults) {
		this.faults = faults;
	}

	/// Puts the element into its parent's words; false when it is nothing that words are made of.
	boolean put(Opened element, Opened parent) {
		switch (element.name()) {
			case "strong" -> parent.prose().run(element.prose(), new Inline.Strong(element.prose().plain()));
			case "emphasis" -> parent.prose().run(element.prose(), new Inline.Emphasis(element.prose().plain()));
			case "link" -> parent.prose().run(element.prose(), link(element));
			case "badge" -> badge(element, parent);
			case "sparkline" -> parent.prose().run(element.prose(), sparkline(element));
			case "line-break" -> parent.prose().lineBreak();
			case "number", "percent", "money", "day" -> parent.prose().value(value(element), element.prose());
			default -> {
				return false;
			}
		}
		return true;
	}

	/// A cell: its words, and the one value that may stand among them.
	Cell cell(Opened cell) {
		var prose = cell.prose();
		var words = prose.words();
		if (!prose.values().isEmpty()) {
			return new Cell(words, oneValue(cell, prose));
		}
		boolean plain = words.size() == 1 && words.getFirst() instanceof Inline.Words;
		return new Cell(words, plain ? new Value.Text(words.getFirst().plain()) : new Value.None());
	}

	Tile tile(Opened tile) {
		var badges = tile.parts(Inline.Badge.class);
		if (badges.size() > 1) {
			this.faults.add(tile.at(), "<tile> has " + badges.size() + " badges", "Leave one");
		}
		var prose = tile.prose();
		var words = Inline.plain(prose.words());
		var value = !prose.values().isEmpty() ? oneValue(tile, prose) : words.isEmpty() ? new Value.None() : new Value.Text(words);
		return new Tile(tile.attributes().words("label"), value, badges.isEmpty() ? null : badges.getFirst(),
				tile.attributes().words("note", ""));
	}

	/// Names every link to a section that has not come.
	void checkLinks(Set<String> sections) {
		for (Pending link : this.links) {
			if (!sections.contains(link.section())) {
				this.faults.add(link.at(), "The link goes to #" + link.section() + ", and no section has that id",
						NearestName.among(sections).remedy(link.section()));
			}
		}
	}

	private Value oneValue(Opened parent, Prose prose) {
		if (prose.values().size() > 1) {
			this.faults.add(parent.at(), "<" + parent.name() + "> has " + prose.values().size() + " values",
					"Leave one value; write the others as words");
		}
		return prose.values().getFirst();
	}

	/// In a tile the badge stands beside the words.
	private static void badge(Opened badge, Opened parent) {
		var made = new Inline.Badge(badge.attributes().choice("tone", Tone.UNKNOWN), badge.prose().plain());
		if (parent.name().equals("tile")) {
			parent.add(made);
		}
		else {
			parent.prose().run(badge.prose(), made);
		}
	}

	private static Inline sparkline(Opened sparkline) {
		List<@Nullable BigDecimal> values = new ArrayList<>();
		sparkline.parts(ChartReader.Point.class).forEach(point -> values.add(point.value()));
		return new Inline.Sparkline(sparkline.attributes().words("alternative"), sparkline.attributes().whole("decimals", 0, 0, 12), values);
	}

	private Inline link(Opened link) {
		var to = link.attributes().words("to", "#?");
		if (to.startsWith("#") && !to.equals("#?")) {
			this.links.add(new Pending(link.at(), to.substring(1)));
		}
		else if (!to.matches("(https://|mailto:|#).+")) {
			this.faults.add(link.at(), "The link goes to \"" + to + "\"", "Links go to https://…, mailto:… or #section-id");
			to = "#?";
		}
		return new Inline.Link(to, link.prose().plain());
	}

	private Value value(Opened element) {
		return element.name().equals("day") ? day(element) : number(element);
	}

	private static Value day(Opened element) {
		var day = element.attributes().day("date");
		return day == null ? new Value.None() : new Value.Day(day);
	}

	private Value number(Opened element) {
		var number = element.attributes().number("value");
		int decimals = element.attributes().whole("decimals", 0, 0, 12);
		if (number == null) {
			return new Value.None();
		}
		return switch (element.name()) {
			case "number" -> new Value.Number(number, decimals);
			case "percent" -> new Value.Percent(number, decimals);
			default -> new Value.Money(number, pence(element, decimals));
		};
	}

	private int pence(Opened money, int decimals) {
		if (decimals != 0 && decimals != 2) {
			this.faults.add(money.at(), "<money> has decimals=\"" + decimals + "\"", "Write 0 for pounds or 2 for pence");
		}
		return decimals == 2 ? 2 : 0;
	}

}
