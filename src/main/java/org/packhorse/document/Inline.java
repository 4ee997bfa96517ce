package org.packhorse.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

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

	/// A small line of figures among words: `alternative` says what it shows, a `null` value is a gap, never a zero.
	record Sparkline(String alternative, int decimals, List<@Nullable BigDecimal> values) implements Inline {
		public Sparkline {
			Demand.words(alternative, "a sparkline's text alternative");
			Demand.some(values, "a sparkline's points");
			values = Collections.unmodifiableList(Arrays.asList(values.toArray(BigDecimal[]::new)));
		}

		/// Whether no point has a value, so that there is nothing to draw.
		public boolean isEmpty() {
			return this.values.stream().allMatch(Objects::isNull);
		}

		public BigDecimal least() {
			return this.values.stream().filter(Objects::nonNull).min(Comparator.naturalOrder()).orElseThrow();
		}

		public BigDecimal most() {
			return this.values.stream().filter(Objects::nonNull).max(Comparator.naturalOrder()).orElseThrow();
		}

		/// Where each point lies, from 0 at the least value to 1 at the most; values that are all equal lie half-way. A gap lies nowhere,
		/// which is no number.
		public double[] shares() {
			var least = least();
			double room = most().subtract(least).doubleValue();
			return this.values.stream()
				.mapToDouble(value -> value == null ? Double.NaN : room == 0 ? 0.5 : value.subtract(least).doubleValue() / room)
				.toArray();
		}

		/// The points that have a dot: the last one, and those alone between gaps, which no line shows.
		public List<Integer> dots() {
			var stretches = stretches();
			var dots = new ArrayList<Integer>();
			stretches.stream().filter(stretch -> stretch.size() == 1).forEach(dots::addAll);
			int last = stretches.getLast().getLast();
			if (!dots.contains(last)) {
				dots.add(last);
			}
			return dots;
		}

		/// The points between the gaps, each stretch by the places of its points.
		public List<List<Integer>> stretches() {
			var stretches = new ArrayList<List<Integer>>();
			for (int i = 0; i < this.values.size(); i++) {
				if (this.values.get(i) == null) {
					continue;
				}
				if (i == 0 || this.values.get(i - 1) == null) {
					stretches.add(new ArrayList<>());
				}
				stretches.getLast().add(i);
			}
			return stretches;
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
			case Sparkline sparkline -> sparkline.alternative();
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
