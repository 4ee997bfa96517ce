package org.packhorse.writer.pdf;

import java.util.ArrayList;
import java.util.List;

import org.packhorse.writer.pdf.Line.Span;

/// Breaks runs of words into lines: at spaces and after hyphens, never inside a badge, and inside a word only when the word
/// alone is wider than the line.
final class LineBreaker {

	/// Words of one style; `\n` in them starts a new line.
	///
	/// @param leftwards whether the words are of a script that runs from right to left; they are given in the order of reading
	record Run(Style style, String text, boolean leftwards) {

		Run(Style style, String text) {
			this(style, text, false);
		}

	}

	private static final float TOLERANCE = 0.01f;

	private final List<Run> runs;

	private final char[] chars;

	private final int[] runOf;

	private final float[] advance;

	private final int[] firsts;

	private LineBreaker(List<Run> runs) {
		this.runs = runs;
		int length = 0;
		for (Run run : runs) {
			length += run.text().length();
		}
		this.chars = new char[length];
		this.runOf = new int[length];
		this.advance = new float[length];
		this.firsts = new int[runs.size()];
		int at = 0;
		for (int i = 0; i < runs.size(); i++) {
			at = measure(i, at);
		}
	}

	/// The lines of these runs in this width; no runs have no lines.
	static List<Line> lines(List<Run> runs, float width) {
		var breaker = new LineBreaker(runs);
		var lines = new ArrayList<Line>();
		for (int start = 0; start < breaker.chars.length;) {
			int end = breaker.end(start, width);
			lines.add(breaker.line(start, end));
			start = end;
		}
		return lines;
	}

	/// The width of the widest part that cannot be broken but by force.
	static float widestPart(List<Run> runs) {
		var breaker = new LineBreaker(runs);
		float widest = 0;
		float part = 0;
		for (int i = 0; i < breaker.chars.length; i++) {
			part = breaker.space(i) || breaker.chars[i] == '\n' ? 0 : part + breaker.advance[i];
			widest = Math.max(widest, part);
		}
		return widest;
	}

	private int measure(int run, int at) {
		var style = this.runs.get(run).style();
		var text = this.runs.get(run).text();
		this.firsts[run] = at;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			this.chars[at + i] = c;
			this.runOf[at + i] = run;
			this.advance[at + i] = c == '\n' ? 0 : style.spark() != null ? Spark.WIDTH : style.face().width(c, style.size());
		}
		if (style.fill() != null && !text.isEmpty()) {
			this.advance[at] += style.padding();
			this.advance[at + text.length() - 1] += style.padding();
		}
		return at + text.length();
	}

	private int end(int start, float width) {
		float used = 0;
		int last = start;
		for (int i = start; i < this.chars.length; i++) {
			if (this.chars[i] == '\n') {
				return i + 1;
			}
			used += this.advance[i];
			if (space(i)) {
				// A space may hang over the edge: nobody sees it.
				last = i + 1;
				continue;
			}
			if (used > width + TOLERANCE && i > start) {
				return last > start ? last : i;
			}
			if (hyphen(i)) {
				last = i + 1;
			}
		}
		return this.chars.length;
	}

	private boolean space(int i) {
		return this.chars[i] == ' ' && !badge(i);
	}

	private boolean badge(int i) {
		return this.runs.get(this.runOf[i]).style().fill() != null;
	}

	private boolean hyphen(int i) {
		return (this.chars[i] == '-' || this.chars[i] == '/') && !badge(i) && i > 0 && i + 1 < this.chars.length
				&& Character.isLetter(this.chars[i - 1]) && Character.isLetter(this.chars[i + 1]);
	}

	private Line line(int start, int end) {
		var spans = new ArrayList<Span>();
		float x = 0;
		for (int from = start; from < end;) {
			int to = from;
			float width = 0;
			while (to < end && this.runOf[to] == this.runOf[from]) {
				width += this.advance[to++];
			}
			var run = this.runs.get(this.runOf[from]);
			spans.add(run.leftwards() ? Span.leftwards(run.style(), text(from, to), x, width) : new Span(run.style(), text(from, to), x, width));
			x += width;
			from = to;
		}
		return new Line(Line.turned(spans), x - trailing(start, end));
	}

	/// A forced line end is read as a space, so that the words on either side stay apart.
	private String text(int from, int to) {
		var text = this.runs.get(this.runOf[from]).text();
		int before = this.firsts[this.runOf[from]];
		return text.substring(from - before, to - before).replace('\n', ' ');
	}

	private float trailing(int start, int end) {
		float trailing = 0;
		for (int i = end - 1; i >= start && (space(i) || this.chars[i] == '\n'); i--) {
			trailing += this.advance[i];
		}
		return trailing;
	}

}
