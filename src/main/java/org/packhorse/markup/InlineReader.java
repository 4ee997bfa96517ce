package org.packhorse.markup;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.packhorse.document.Block.Scorecard.Tile;
import org.packhorse.document.Cell;
import org.packhorse.document.Inline;
import org.packhorse.document.Tone;
import org.packhorse.document.Value;
import org.packhorse.markup.Node.Element;
import org.packhorse.markup.Node.Text;

/// Reads what stands in a paragraph, a list item, a cell or a tile.
final class InlineReader {

	private final Faults faults;

	private final Set<String> sections;

	InlineReader(Faults faults, Set<String> sections) {
		this.faults = faults;
		this.sections = sections;
	}

	List<Inline> words(Element parent) {
		return prose(parent).words();
	}

	/// A cell: its words, and the one value that may stand among them.
	Cell cell(Element cell) {
		var prose = prose(cell);
		var words = prose.words();
		if (!prose.values().isEmpty()) {
			return new Cell(words, oneValue(cell, prose));
		}
		boolean plain = !words.isEmpty() && words.stream().allMatch(Inline.Words.class::isInstance);
		return plain ? Cell.of(Inline.plain(words)) : new Cell(words, new Value.None());
	}

	Tile tile(Element tile) {
		var badges = tile.elements("badge");
		if (badges.size() > 1) {
			this.faults.add(tile.at(), "<tile> has " + badges.size() + " badges", "Leave one");
		}
		var rest = tile.nodes().stream().filter(node -> !badges.contains(node)).toList();
		var prose = prose(new Element(tile.name(), tile.at(), tile.attributes(), rest));
		var words = Inline.plain(prose.words());
		var value = !prose.values().isEmpty() ? oneValue(tile, prose) : words.isEmpty() ? new Value.None() : new Value.Text(words);
		var attributes = new Attributes(tile, this.faults);
		return new Tile(attributes.words("label"), value, badges.isEmpty() ? null : badge(badges.getFirst()),
				attributes.words("note", ""));
	}

	private Value oneValue(Element parent, Prose prose) {
		if (prose.values().size() > 1) {
			this.faults.add(parent.at(), "<" + parent.name() + "> has " + prose.values().size() + " values",
					"Leave one value; write the others as words");
		}
		return prose.values().getFirst();
	}

	private Prose prose(Element parent) {
		var prose = new Prose();
		for (Node node : parent.nodes()) {
			switch (node) {
				case Text text -> prose.text(text.text());
				case Element element -> add(element, prose);
			}
		}
		return prose;
	}

	private void add(Element element, Prose prose) {
		try {
			switch (element.name()) {
				case "strong" -> prose.run(element.words(), Inline.Strong::new);
				case "emphasis" -> prose.run(element.words(), Inline.Emphasis::new);
				case "link" -> prose.run(element.words(), words -> link(element, words));
				case "badge" -> prose.run(element.words(), _ -> badge(element));
				case "line-break" -> prose.lineBreak();
				case "number", "percent", "money", "day" -> prose.value(value(element), element.words());
				default -> {
					// The grammar has said that it may not stand here.
				}
			}
		}
		catch (IllegalArgumentException fault) {
			this.faults.add(element.at(), "In <" + element.name() + ">: " + fault.getMessage(),
					"Give <" + element.name() + "> words, or leave it out with <#if>");
		}
	}

	private Inline.Badge badge(Element badge) {
		return new Inline.Badge(new Attributes(badge, this.faults).choice("tone", Tone.UNKNOWN), Prose.collapse(badge.words()).strip());
	}

	private Inline link(Element link, String words) {
		var to = new Attributes(link, this.faults).words("to", "#?");
		if (to.startsWith("#") && !to.equals("#?") && !this.sections.contains(to.substring(1))) {
			this.faults.add(link.at(), "The link goes to " + to + ", and no section has that id",
					NearestName.among(this.sections).remedy(to.substring(1)));
		}
		else if (!to.matches("(https://|mailto:|#).+")) {
			this.faults.add(link.at(), "The link goes to \"" + to + "\"", "Links go to https://…, mailto:… or #section-id");
			to = "#?";
		}
		return new Inline.Link(to, words);
	}

	private Value value(Element element) {
		var attributes = new Attributes(element, this.faults);
		if (element.name().equals("day")) {
			var day = attributes.day("date");
			return day == null ? new Value.None() : new Value.Day(day);
		}
		var number = attributes.number("value");
		int decimals = attributes.whole("decimals", 0, 0, 12);
		if (number == null) {
			return new Value.None();
		}
		return switch (element.name()) {
			case "number" -> new Value.Number(number, decimals);
			case "percent" -> new Value.Percent(number, decimals);
			default -> new Value.Money(number, pence(element, decimals));
		};
	}

	private int pence(Element money, int decimals) {
		if (decimals != 0 && decimals != 2) {
			this.faults.add(money.at(), "<money> has decimals=\"" + decimals + "\"", "Write 0 for pounds or 2 for pence");
		}
		return decimals == 2 ? 2 : 0;
	}

}
