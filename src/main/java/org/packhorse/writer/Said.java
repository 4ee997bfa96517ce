package org.packhorse.writer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What is said in one place of a pack, in runs of plain words, badges and links. White space does not count when two are
/// compared, since where a line breaks is each format's own affair.
public record Said(List<Run> runs) {

	// Spaces of every kind, and what was never to be seen: joiners, marks of direction, control characters and what stands for them.
	private static final Pattern UNSEEN = Pattern.compile("[\\s\\p{Z}\\p{Cf}\\p{Cc}\\uFFFD\\uFE00-\\uFE0F]+");

	/// What a run is.
	public enum Kind {

		PLAIN, BADGE, LINK, SPARKLINE

	}

	/// Words of one kind; `about` is a badge's fill as `RRGGBB`, a link's target, else blank.
	public record Run(Kind kind, String words, String about) {

		/// Plain words.
		public static Run plain(String words) {
			return new Run(Kind.PLAIN, words, "");
		}

		/// A badge with its fill.
		public static Run badge(String words, String fill) {
			return new Run(Kind.BADGE, words, fill.toUpperCase(Locale.ROOT));
		}

		/// A sparkline by its text alternative.
		public static Run sparkline(String alternative) {
			return new Run(Kind.SPARKLINE, alternative, "");
		}

		/// A link; a target in the pack is `#` and the heading it leads to.
		public static Run link(String words, String target) {
			return new Run(Kind.LINK, words, target);
		}

	}

	/// Runs of the same kind that stand beside each other are one; what holds no words is none.
	public Said {
		var joined = new ArrayList<Run>();
		for (Run run : runs) {
			var last = joined.isEmpty() ? null : joined.getLast();
			if (last != null && (bare(run.words()).isEmpty() || last.kind() == run.kind() && bare(last.about()).equals(bare(run.about())))) {
				joined.set(joined.size() - 1, new Run(last.kind(), last.words() + run.words(), last.about()));
			}
			else if (!bare(run.words()).isEmpty()) {
				joined.add(run);
			}
		}
		runs = List.copyOf(joined);
	}

	/// Plain words.
	public static Said of(String words) {
		return new Said(List.of(Run.plain(words)));
	}

	/// Several of these one after the other.
	public static Said joined(List<Said> parts) {
		return new Said(parts.stream().flatMap(part -> part.runs().stream()).toList());
	}

	/// Whether nothing is said.
	public boolean isEmpty() {
		return this.runs.isEmpty();
	}

	/// The words in one line, as a message quotes them.
	public String words() {
		return this.runs.stream().map(Run::words).collect(Collectors.joining()).replaceAll("[\\s\\p{Z}]+", " ").strip();
	}

	/// The same with other words and targets.
	public Said with(UnaryOperator<String> change) {
		return new Said(this.runs.stream().map(run -> new Run(run.kind(), change.apply(run.words()), run.about())).toList());
	}

	/// Whether both say the same, in the same colours and with the same links.
	public boolean same(Said other) {
		return this.runs.size() == other.runs.size() && key().equals(other.key());
	}

	/// What counts when two are compared.
	private List<Run> key() {
		return this.runs.stream().map(run -> new Run(run.kind(), bare(run.words()), run.kind() == Kind.LINK ? coded(run.about()) : run.about())).toList();
	}

	/// A target as it is compared: addresses in percent code, as some formats have to hold them.
	private static String coded(String target) {
		var coded = new StringBuilder();
		for (byte b : bare(target).getBytes(StandardCharsets.UTF_8)) {
			coded.append(b > ' ' && "<>\"{}|\\^`".indexOf(b) < 0 || target.startsWith("#") ? String.valueOf((char) (b & 0xFF)) : "%%%02X".formatted(b));
		}
		return coded.toString();
	}

	/// Words without white space and what was never to be seen.
	public static String bare(String words) {
		for (int i = 0; i < words.length(); i++) {
			if (words.charAt(i) <= ' ' || words.charAt(i) >= 0x7F) {
				return UNSEEN.matcher(words).replaceAll("");
			}
		}
		return words;
	}

}
