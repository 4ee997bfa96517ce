package org.packhorse.document;

/// A run of words inside a paragraph, a list item or a cell.
public sealed interface Inline {

	/// Plain words.
	record Words(String text) implements Inline {
	}

	/// Words that matter more than those beside them.
	record Strong(String text) implements Inline {
		public Strong {
			Demand.words(text, "strong words");
		}
	}

	/// Words said with stress, or a title of something.
	record Emphasis(String text) implements Inline {
		public Emphasis {
			Demand.words(text, "emphasised words");
		}
	}

	/// A link to a web page (https), a mail address (mailto) or the id of a section of this pack (#id).
	record Link(String target, String text) implements Inline {
		public Link {
			Demand.words(text, "a link's words");
			if (!target.matches("(https://|mailto:|#).+")) {
				throw new IllegalArgumentException("a link goes to https://…, mailto:… or #section, not to '" + target + "'");
			}
		}
	}

	/// A short label with a tone; its words say what the colour says, so that no reader needs the colour.
	record Badge(Tone tone, String words) implements Inline {
		public Badge {
			Demand.words(words, "a badge's words");
		}
	}

	/// A new line inside the same paragraph or cell.
	record LineBreak() implements Inline {
	}

	/// The words alone, as a reader hears them.
	default String plain() {
		return switch (this) {
			case Words words -> words.text();
			case Strong strong -> strong.text();
			case Emphasis emphasis -> emphasis.text();
			case Link link -> link.text();
			case Badge badge -> badge.words();
			case LineBreak _ -> "\n";
		};
	}

	/// The words of several runs, joined as they are read.
	static String plain(Iterable<Inline> inlines) {
		var words = "";
		for (Inline inline : inlines) {
			words = words.isEmpty() ? inline.plain() : words.concat(inline.plain());
		}
		return words;
	}

}
